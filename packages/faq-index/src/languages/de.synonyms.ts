export const synonyms = `
rückgabe,retoure,rücksendung,zurückschicken,umtauschrecht,widerruf,zurück,gefällt nicht,nicht zufrieden,fehlkauf
erstattung,rückerstattung,rückzahlung,gutschrift,geld,geld zurück,kaufpreis zurück,kohle zurück,zurückbekommen,wiederbekommen,zurückerhalten,rücküberweisung
versand,lieferung,zustellung,porto,sendung,lieferdienst,paketdienst,spedition,auslieferung,verschickt,kurier
liefern,versenden,schicken,zustellen,verschicken,ausliefern,beliefern
kosten,preis,gebühr,wie viel,porto,teuer,betrag,wieviel,wie hoch,lieferkosten
gratis,umsonst,frei,kostenlos
lieferzeit,wie lange,wann kommt,wie viele tage,dauer,lieferdauer,versanddauer,wann wird geliefert,ankunft,termin,unterwegs,schnell,express
verspätung,nicht angekommen,verzögerung,zu spät,überfällig,verloren,nichts bekommen,kommt nicht,nicht erhalten,verschollen,nie angekommen,nicht da,verschwunden,gestohlen,geklaut,warte,lieferverzögerung
verfolgen,verspätung,verzögerung,kommt nicht,wo ist mein paket,wo ist meine bestellung,sendungsnummer,paketnummer,tracking,status,wo bleibt,wo steckt,tracken,lieferverzögerung
paket,päckchen,sendung,lieferung,karton
bestellung,auftrag,kauf,einkauf,order,warenkorb
ankommen,erhalten,eintreffen,empfang
stornieren,storno,abbestellen,rückgängig,widerrufen,absagen,canceln,zurücktreten,will nicht mehr,abbrechen,bestellung löschen
ändern,bearbeiten,korrigieren,anpassen,aktualisieren,berichtigen,wechseln,falsch angegeben,vertippt
adresse,anschrift,umziehen,wohnort,hausnummer,postleitzahl
zahlung,bezahlen,begleichen,paypal,überweisung,lastschrift,vorkasse,apple pay,einzug
karte,visa,mastercard
nachnahme,bar bezahlen,bargeld,bar,an der tür,beim zusteller
raten,später bezahlen,auf rechnung,klarna,finanzierung,monatlich,teilzahlung
umtausch,tauschen,andere größe,falsche größe,andere farbe,ersatz,wechseln,austauschen,anderes modell
größe,passform,passt nicht,zu klein,zu groß,maße,fällt aus,passen,zu eng,zu weit
beschädigt,kaputt,defekt,fehlerhaft,mangel,zerbrochen,funktioniert nicht,reklamation,schaden,zerrissen,bruch,geht nicht,läuft nicht,zerkratzt,kratzer,zerstört,reißt,riss,macke,fleck,loch
falscher artikel,falsche ware,falsch geliefert,falsches produkt,etwas anderes,was anderes,verwechselt
fehlt,unvollständig,nicht dabei,teillieferung,nicht vollständig,nicht enthalten,nur ein teil
sammeln,verdienen,punkte bekommen,gutschreiben
einlösen,ausgeben,punkte verwenden,punkte nutzen,eintauschen,umwandeln
punkte,treue,bonus,prämie,kundenkarte,vorteile,belohnung
punktestand,kontostand,wie viele punkte,guthaben
verfallen,ablaufen,gültig
empfehlen,freunde,einladen,werben,weitersagen,bekannte
bewertung,rezension,meinung,sterne,feedback,kommentar,beurteilung,kritik,erfahrung
garantie,gewährleistung
reparatur,instandsetzung
geschenkkarte,geschenkgutschein,wertgutschein,gutschein verschenken
gutschein,rabatt,aktion,coupon,nachlass,angebot,code,voucher,ermäßigung,vergünstigung,prozente,sparen
passwort,kennwort,anmelden,einloggen,login,zugang,ausgesperrt,komme nicht rein,zurücksetzen
konto,profil,registrieren,account,anlegen
löschen,konto schließen,konto auflösen
rechnung,beleg,quittung,kassenbon,mehrwertsteuer,mwst,kassenzettel,nachweis,finanzamt
ausland,international,weltweit,eu,schweiz,österreich,europa,länder
zoll,steuern,verzollung,einfuhr
abmelden,abbestellen,keine mails,austragen,keine werbung,nicht mehr bekommen,spam,kündigen
newsletter,werbemail,rundmail,mailing,werbung,mails
kontakt,service,kundendienst,support,anrufen,telefon,ansprechpartner,hotline,hilfe,erreichen,sprechen,mitarbeiter,mensch,chat,melden,rufnummer,rückruf,persönlich,beschwerde
verfügbar,lieferbar,vorrätig,lager,ausverkauft,bestand,wieder da,nachschub,vergriffen
abholen,packstation,paketshop
filiale,laden,geschäft,shop,standort,vor ort
öffnungszeiten,geöffnet,offen,geschlossen
datenschutz,persönliche daten
verpackung,einpacken,geschenkpapier
frist,zeitraum`;
