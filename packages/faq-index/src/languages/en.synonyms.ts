export const synonyms = `
return,send back,give back,take back,bring back,don't like,don't want
refund,money back,reimburse,reimbursement,get my money,pay me back,repay,cash back,my money back
shipping,postage,delivery,dispatch,freight
ship,deliver,dispatch,send to,mail
cost,price,fee,charge,how much,expensive,rate
free shipping,free delivery,no shipping cost,free postage
delivery time,how long,how many days,how soon,shipping time,when will it arrive,transit time,how fast,express,eta
late,delay,not arrived,not here yet,overdue,slow,lost,stolen,never arrived,still waiting,nothing came,gone missing
track,follow,locate,where is my order,where is my parcel,where is my package,order status,whereabouts,tracking number
parcel,package,shipment,packet,box
order,purchase,bought
arrive,come,receive
cancel,call off,stop my order,withdraw,revoke,changed my mind,undo
change,edit,update,modify,correct,amend
address,destination,moved house,new home,relocate
payment,pay,checkout,settle,paypal,apple pay,bank transfer
credit card,debit card,visa,mastercard,card
cash on delivery,cod,pay the courier,pay at the door,pay in cash
instalment,installment,pay later,pay in parts,klarna,monthly payment
exchange,swap,replace,different size,another size,wrong size,other colour,other color
size,fit,too small,too big,too large,measurement,too tight,too loose
damaged,broken,faulty,defective,defect,cracked,doesn't work,not working,torn,scratched,scratch,stain,hole,leaking,smashed,shattered
wrong item,incorrect item,not what i ordered
missing,incomplete,not in the box,absent,did not arrive,not included
earn,collect,gain,accumulate,get points
redeem,spend,use my points,exchange points,cash in
points,loyalty,rewards,loyalty programme,loyalty program,bonus
balance,how many points
refer,invite,recommend,bring a friend,share with a friend,referral
review,rate,rating,opinion,feedback,stars,comment
warranty,guarantee
repair,fix,mend
gift card,gift voucher,gift certificate,store credit
discount,coupon,promo,promotion,voucher,code,offer,sale,deal,reduction
password,log in,login,sign in,access my account,get into my account,locked out,can't get in
account,profile,registration,sign up,register,my details
delete my account,close my account,erase my data,remove my data
invoice,receipt,bill,vat,proof of purchase,tax
abroad,international,overseas,foreign,other country,worldwide,outside the country,country,europe
customs,duty,import tax,duties
unsubscribe,stop emails,opt out,no more emails,spam,stop sending
newsletter,marketing email,mailing list,promotional email
contact,customer service,customer support,support,help desk,speak to,talk to,phone number,call,chat,agent,hotline,complain,complaint,reach,human,telephone
in stock,available,availability,sold out,out of stock,restock
pick up,collect in store,click and collect,store pickup,locker
store,shop,branch,location
opening hours,business hours,open
privacy,personal data,gdpr
secure,safe,trust
gift wrap,wrapping,gift message
sustainable,eco,environment,packaging,recycle
expire,expiry,valid,run out`;
