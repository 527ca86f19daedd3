export const synonyms = `
rückgabe,retoure,zurückgeben,zurückschicken,rücksendung,umtauschrecht,widerruf,zurück,rückversand,rückgaberecht,gefällt nicht,zurücknehmen,rücknahme,zurückbringen,widerrufsrecht
erstattung,rückerstattung,geld zurück,rückzahlung,gutschrift,geld wieder,kaufpreis zurück,geld,zurückbekommen,wiederbekommen,rücküberweisung
versand,lieferung,zustellung,porto,versenden,sendung,lieferdienst,paketdienst,spedition,auslieferung,verschickt
liefern,versenden,schicken,zustellen,verschicken,ausliefern,beliefern
kosten,preis,gebühr,wie teuer,wie viel,was kostet,versandkosten,porto,teuer,betrag,wieviel,wie hoch
versandkostenfrei,gratis versand,kostenloser versand,kostenlose lieferung,gratis,umsonst,frei haus,kostenlos,portofrei
lieferzeit,wie lange,wann kommt,wie viele tage,versanddauer,dauer,wann wird geliefert,wie schnell,ankunft,liefertermin,zustellzeit,unterwegs,dauert,schnell
verspätung,nicht angekommen,verzögerung,zu spät,überfällig,verloren,nichts bekommen,kommt nicht,nicht erhalten,verschollen,nie angekommen
verfolgen,sendungsverfolgung,wo ist mein paket,wo ist meine bestellung,sendungsnummer,tracking,bestellstatus,paketverfolgung,wo bleibt,wo steckt,tracken,lieferstatus,sendungsstatus
paket,päckchen,sendung,lieferung,karton
bestellung,auftrag,kauf,einkauf,order,warenkorb
ankommen,erhalten,eintreffen,bekommen,eingetroffen,empfang
stornieren,storno,abbestellen,rückgängig,widerrufen,absagen,canceln,zurücktreten,will nicht mehr,abbrechen,bestellung löschen
ändern,bearbeiten,korrigieren,anpassen,aktualisieren,berichtigen,wechseln,falsch angegeben,vertippt
adresse,anschrift,lieferadresse,umgezogen,umzug,wohnort,hausnummer,umziehen
zahlung,bezahlen,zahlungsart,zahlungsmittel,begleichen,paypal,überweisung,lastschrift,vorkasse,apple pay,zahlungsmethode,bezahlart
karte,kreditkarte,ec-karte,visa,mastercard,debitkarte,girokarte
nachnahme,barzahlung,bar bezahlen,bargeld,bar,an der tür,beim zusteller
ratenzahlung,raten,später bezahlen,auf rechnung,klarna,finanzierung,monatlich,teilzahlung
umtausch,tauschen,andere größe,falsche größe,andere farbe,ersatz,wechseln,austauschen,anderes modell
größe,passform,passt nicht,zu klein,zu groß,maße,größentabelle,welche größe,fällt aus,passen
beschädigt,kaputt,defekt,mangelhaft,fehlerhaft,mangel,zerbrochen,funktioniert nicht,reklamation,reklamieren,schaden,zerrissen,bruch,geht nicht,läuft nicht,zerkratzt,zerstört,schadhaft,reißt
falscher artikel,falsche ware,falsch geliefert,falsches produkt,etwas anderes,verwechselt
fehlt,unvollständig,nicht dabei,teillieferung,nicht vollständig,nicht enthalten,nur ein teil
sammeln,verdienen,bekommen,gutgeschrieben,gutschreiben
einlösen,ausgeben,punkte verwenden,punkte nutzen,punkte ausgeben,eintauschen,umwandeln
punkte,treuepunkte,bonuspunkte,treueprogramm,bonusprogramm,prämie,treue,bonus,kundenkarte,vorteile,belohnung
punktestand,kontostand,wie viele punkte,guthaben
empfehlen,freunde werben,freund einladen,weiterempfehlen,freunde,einladen,werben,weitersagen
bewertung,rezension,meinung,sterne,feedback,kommentar,beurteilung,kritik,erfahrungsbericht,erfahrung
garantie,gewährleistung
reparatur,reparieren,instandsetzung
geschenkkarte,geschenkgutschein,wertgutschein,gutschein verschenken
gutschein,rabatt,gutscheincode,rabattcode,aktionscode,coupon,nachlass,angebot,code,voucher,ermäßigung,vergünstigung,prozente,promocode,sparen
passwort,kennwort,anmelden,einloggen,login,zugang,zugangsdaten,ausgesperrt,komme nicht rein
konto,kundenkonto,profil,registrieren,account,anlegen
konto löschen,daten löschen,konto schließen,account löschen
rechnung,beleg,quittung,kassenbon,mehrwertsteuer,bon,mwst,kassenzettel,nachweis,finanzamt
ausland,international,andere länder,weltweit,eu,schweiz,österreich,europa,länder
zoll,einfuhrabgaben,steuern,verzollung,einfuhr
abmelden,abbestellen,newsletter kündigen,keine mails,austragen,keine werbung,nicht mehr bekommen,spam,kündigen
newsletter,werbemail,rundmail,mailing,werbung,mails
kontakt,kundenservice,kundendienst,support,telefonnummer,anrufen,telefon,ansprechpartner,hotline,hilfe,erreichen,sprechen mit,jemandem sprechen,mitarbeiter,mensch,chat,kontaktaufnahme,melden,rufnummer,persönlich
verfügbar,lieferbar,vorrätig,auf lager,ausverkauft,bestand,wieder da,nachschub
abholen,selbstabholung,packstation,paketshop,abholstation
filiale,laden,geschäft,shop,standort,vor ort
öffnungszeiten,geöffnet,offen,geschlossen
datenschutz,persönliche daten
geschenkverpackung,verpackung,einpacken,geschenkpapier
frist,zeitraum`;
