export const synonyms = `
retour,retourner,renvoyer,rendre,rapporter,ramener,reprendre,droit de retour,délai de rétractation,changer d'avis,ne me plaît pas,ne convient pas
remboursement,argent,mon argent,recréditer
livraison,expédition,envoi,acheminement,port,transporteur
livrer,expédier,envoyer,acheminer,distribuer
coût,prix,tarif,frais,combien coûte,cher,montant,payant,gratuit
frais de port,frais de livraison,frais d'envoi,coût de livraison,frais d'expédition
livraison gratuite,gratuit,sans frais,franco de port,offert
délai,combien de temps,combien de jours,quand arrive,délai de livraison,durée,sous combien de temps,rapidement,vite,date de livraison,quand vais-je recevoir
retard,pas arrivé,pas reçu,toujours pas,n'est pas arrivé,jamais arrivé,perdu,volé,égaré,attends toujours
suivre,où est ma commande,où est mon colis,où est mon paquet,où est passé,numéro de suivi,localiser,tracer,statut de commande,suivi de colis,état de ma commande,numéro de colis,tracking
colis,paquet,envoi,livraison,carton
commande,achat,acheter,panier,passer commande
arriver,recevoir,réception,reçu
annuler,rétractation,résilier,se rétracter,renoncer,ne veux plus
modifier,changer,modification,corriger,mettre à jour,rectifier,éditer
adresse,déménager,domicile,coordonnées,adresse de livraison,nouvelle adresse
paiement,régler,moyen de paiement,modes de paiement,paypal,virement
carte bancaire,carte,visa,mastercard,cb,carte bleue,carte de crédit
paiement à la livraison,contre remboursement,espèces,liquide,cash
plusieurs fois,crédit,paiement fractionné,échelonner,3 fois,trois fois,mensualités,payer plus tard,paiement différé,sans frais
échanger,autre taille,mauvaise taille,autre couleur,remplacer,autre modèle,changer de taille,trop serré,troquer
taille,pointure,trop petit,trop grand,mesure,dimensions,guide des tailles
endommagé,cassé,défectueux,abîmé,défaut,ne marche pas,ne fonctionne pas,brisé,fissuré,déchiré,dégât,panne,fonctionne plus,vice,rayé,troué,tache
mauvais article,erreur d'article,pas le bon,pas ce que j'ai commandé,autre produit,reçu autre chose
manquer,incomplet,il manque,absent,pas dans le colis,pièce manquante,oublié,colis vide
gagner,cumuler,obtenir,collecter,accumuler,remporter
utiliser mes points,dépenser,échanger mes points,convertir,échanger des points,utiliser des points,convertir mes points
points,fidélité,programme de fidélité,récompense,avantages,cagnotte,bonus,club
solde,combien de points
parrainage,inviter un ami,recommander,filleul,ami,inviter,copain
avis,évaluation,noter,commentaire,étoiles,opinion,donner mon avis,critique
garantie,sous garantie
réparation,sav,service après-vente,dépanner
carte cadeau,chèque cadeau,bon d'achat,bon cadeau
réduction,remise,coupon,promotion,bon de réduction,rabais,soldes,code,offre,ristourne
mot de passe,connexion,identifiant,mdp,connecter,accès,bloqué
compte,profil,inscription,espace client,mon espace,s'inscrire,espace personnel
supprimer mon compte,effacer mes données,fermer mon compte,supprimer mes données,effacer mon compte
facture,reçu,ticket,justificatif,tva,preuve d'achat,comptabilité
étranger,international,autre pays,hors de france,europe,outre-mer,monde,pays,belgique,suisse
douane,taxes,droits de douane,droits d'importation
désabonner,désinscrire,désinscription,ne plus recevoir,arrêter les emails,plus de mails,stop pub,spam
newsletter,lettre d'information,emails publicitaires,infolettre,mails publicitaires,e-mails,pub,publicité,bulletin
contacter,service client,téléphone,appeler,joindre,assistance,conseiller,aide,support,quelqu'un,email,chat,humain,hotline,parler,réclamation,plainte
disponible,stock,disponibilité,rupture,épuisé,indisponible
retrait,point relais,retirer en magasin,click and collect,récupérer en magasin,point retrait,consigne
magasin,boutique
horaires,ouvert,heures d'ouverture,heures,ouverture,fermeture,fermé
données personnelles,confidentialité,rgpd,vie privée
emballage cadeau,paquet cadeau,emballage,papier cadeau
sécurité,sécurisé,fiable,arnaque
entretien,laver,nettoyer,machine
écologique,durable,environnement,recyclé
expirer,expiration,validité,valable`;
