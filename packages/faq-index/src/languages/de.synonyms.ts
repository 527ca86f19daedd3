export const synonyms = `
rückgabe,retoure,zurückgeben,zurückschicken,rücksendung,umtauschrecht,zurücksenden,widerruf,rücksenden,retournieren
erstattung,rückerstattung,geld zurück,rückzahlung,gutschrift,erstatten,geld wieder,kaufpreis zurück
versand,lieferung,zustellung,porto,versenden,sendung
liefern,versenden,schicken,zustellen,verschicken
kosten,preis,gebühr,wie teuer,wie viel,was kostet,versandkosten,porto
versandkostenfrei,gratis versand,kostenloser versand,kostenlose lieferung
lieferzeit,wie lange,wann kommt,wie viele tage,versanddauer,dauer
verspätung,verspätet,nicht angekommen,noch nicht da,verzögerung
verfolgen,sendungsverfolgung,wo ist mein paket,wo ist meine bestellung,sendungsnummer,tracking,bestellstatus,paketverfolgung,wo bleibt
paket,päckchen,sendung,lieferung
bestellung,auftrag,kauf,einkauf,bestellen
ankommen,erhalten,eintreffen,bekommen
stornieren,storno,abbestellen,rückgängig,widerrufen,absagen
ändern,bearbeiten,korrigieren,anpassen,aktualisieren,änderung
adresse,anschrift,lieferadresse,umgezogen,umzug
zahlung,bezahlen,zahlen,zahlungsart,zahlungsmittel,begleichen
karte,kreditkarte,ec-karte,visa,mastercard
nachnahme,barzahlung,bar bezahlen,bargeld
ratenzahlung,raten,später bezahlen,auf rechnung,klarna
umtausch,umtauschen,tauschen,andere größe,falsche größe,andere farbe,ersatz
größe,passform,passt nicht,zu klein,zu groß,maße
beschädigt,kaputt,defekt,mangelhaft,fehlerhaft,mangel,zerbrochen,funktioniert nicht,reklamation,reklamieren
falscher artikel,falsche ware,falsch geliefert
fehlt,unvollständig,nicht dabei,fehlen,teillieferung
sammeln,verdienen,bekommen,gutgeschrieben
einlösen,ausgeben,punkte verwenden,punkte nutzen
punkte,treuepunkte,bonuspunkte,treueprogramm,bonusprogramm,prämie
punktestand,kontostand,wie viele punkte
empfehlen,freunde werben,freund einladen,weiterempfehlen,empfehlung
bewertung,rezension,bewerten,meinung,sterne,feedback,kommentar
garantie,gewährleistung
reparatur,reparieren
geschenkkarte,geschenkgutschein,wertgutschein
gutschein,rabatt,gutscheincode,rabattcode,aktionscode,coupon,nachlass,angebot
passwort,kennwort,anmelden,einloggen,login,anmeldung,zugang
konto,kundenkonto,profil,registrieren
konto löschen,daten löschen
rechnung,beleg,quittung,kassenbon,mehrwertsteuer
ausland,international,andere länder,weltweit,eu
zoll,einfuhrabgaben,steuern
abmelden,abbestellen,newsletter kündigen,keine mails,austragen
newsletter,werbemail,rundmail,mailing
kontakt,kundenservice,kundendienst,support,telefonnummer,anrufen,telefon,ansprechpartner,hotline,hilfe,erreichen,sprechen mit,jemandem sprechen
verfügbar,lieferbar,vorrätig,auf lager,ausverkauft,verfügbarkeit
abholen,abholung,selbstabholung,packstation
filiale,laden,geschäft,shop
öffnungszeiten,geöffnet
datenschutz,persönliche daten
geschenkverpackung,verpackung`;
