export const synonyms = `
retour,retourner,renvoyer,rendre,renvoi,rapporter
remboursement,rembourser,récupérer mon argent,argent,être remboursé
livraison,expédition,envoi,acheminement,port
livrer,expédier,envoyer
coût,prix,tarif,frais,combien coûte,cher,montant
frais de port,frais de livraison,frais d'envoi
livraison gratuite,livraison offerte,port offert,gratuit
délai,combien de temps,combien de jours,quand arrive,délai de livraison,durée
retard,en retard,pas arrivé,pas reçu,toujours pas
suivre,suivi,où est ma commande,où est mon colis,où est mon paquet,où est passé,numéro de suivi,localiser,tracer,statut de commande
colis,paquet,envoi
commande,achat,commander
arriver,recevoir,réception
annuler,annulation,rétractation,résilier,se rétracter
modifier,changer,modification,corriger,mettre à jour
adresse,déménager,déménagement,domicile
paiement,payer,régler,règlement,moyen de paiement
carte bancaire,carte,visa,mastercard,cb
paiement à la livraison,contre remboursement,espèces,liquide
plusieurs fois,crédit,paiement fractionné,échelonner
échanger,échange,autre taille,mauvaise taille,autre couleur,remplacer
taille,pointure,trop petit,trop grand,mesure
endommagé,cassé,défectueux,abîmé,défaut,en panne,ne marche pas,ne fonctionne pas,abimer
mauvais article,erreur d'article,pas le bon
manquer,incomplet,il manque,absent,manquant
gagner,cumuler,obtenir,collecter
utiliser mes points,dépenser,échanger mes points,convertir
points,fidélité,programme de fidélité,récompense,avantages
solde,combien de points
parrainage,parrainer,inviter un ami,recommander,filleul
avis,évaluation,noter,note,commentaire,étoiles,opinion
garantie
réparation,réparer
carte cadeau,chèque cadeau,bon d'achat
réduction,code promo,remise,coupon,promotion,bon de réduction,rabais,soldes
mot de passe,connexion,me connecter,identifiant,mdp
compte,profil,inscription,espace client
supprimer mon compte,effacer mes données
facture,reçu,ticket,justificatif,tva
étranger,international,autre pays,hors de france,europe
douane,taxes,droits de douane
désabonner,désinscrire,désinscription,ne plus recevoir,désabonnement
newsletter,lettre d'information,emails publicitaires,infolettre
contacter,service client,contact,téléphone,appeler,joindre,assistance,conseiller,aide,support
disponible,stock,disponibilité,rupture,épuisé
retrait,point relais,retirer en magasin,click and collect
magasin,boutique
horaires,ouvert,heures d'ouverture
données personnelles,confidentialité,rgpd
emballage cadeau,paquet cadeau,emballage`;
