export const synonyms = `
devolución,devolver,retornar,regresar,mandar de vuelta,enviar de vuelta,no me gusta
reembolso,reembolsar,devolución del dinero,mi dinero,recuperar el dinero,reintegro,dinero de vuelta,dinero,plata
envío,entrega,despacho,gastos de envío,reparto
enviar,entregar,mandar,despachar
coste,costo,precio,tarifa,gastos,cuánto cuesta,cuánto vale,cargo,caro
envío gratis,envío gratuito,gratis
plazo,cuánto tarda,cuántos días,cuándo llega,tiempo de entrega,demora,plazo de entrega,rápido,urgente
retraso,tarde,no ha llegado,no llega,atrasado,perdido,extraviado,robado,nunca llegó,no me ha llegado,sigo esperando
seguimiento,sigo,rastrear,seguir,localizar,dónde está mi pedido,dónde está mi paquete,número de seguimiento,estado del pedido,rastreo,tracking
paquete,bulto,encomienda
pedido,compra,orden,encargo,comprar
llegar,recibir,recepción
cancelar,cancelación,anular,desistir,anulación,desistimiento,ya no quiero,me arrepentí
cambiar,modificar,actualizar,corregir,editar
dirección,domicilio,mudanza,me he mudado,código postal
pago,pagar,abonar,forma de pago,método de pago,medios de pago,paypal,transferencia,bizum
tarjeta,tarjeta de crédito,visa,mastercard,débito
contra reembolso,pago en efectivo,efectivo,pagar al repartidor,contrareembolso
plazos,financiación,cuotas,pagar después
cambio,otra talla,talla equivocada,cambiar de talla,otro color,sustituir
talla,tamaño,número,medidas,me queda,pequeño,grande,apretado
dañado,roto,defectuoso,defecto,estropeado,no funciona,averiado,mal estado,tara,rayado,rasgado,mancha,agujero,no sirve,quebrado
artículo equivocado,producto equivocado,me ha llegado otro
falta,incompleto,no viene,faltante,ausente
ganar,acumular,conseguir,obtener,sumar
canjear,gastar mis puntos,usar mis puntos,utilizar puntos,canje
puntos,fidelidad,recompensas,programa de puntos,premios
saldo,cuántos puntos
recomendar,invitar,invitar a un amigo,referir,referidos,recomendación
reseña,opinión,valoración,valorar,comentario,estrellas,calificar,opinar
garantía
reparación,reparar,arreglar
tarjeta regalo,tarjeta de regalo,cheque regalo,vale regalo
descuento,cupón,código promocional,código de descuento,promoción,vale,rebaja,oferta,código
contraseña,clave,iniciar sesión,acceder,entrar en mi cuenta,password,login,no puedo entrar
cuenta,perfil,registro,registrarme
eliminar mi cuenta,borrar mi cuenta,borrar mis datos
factura,recibo,ticket,comprobante,iva
extranjero,internacional,otro país,fuera de españa,otros países,países,europa
aduana,aranceles,impuestos
baja,darme de baja,cancelar la suscripción,no recibir correos,desuscribir,spam
boletín,newsletter,correos publicitarios,suscripción
contactar,contacto,atención al cliente,servicio al cliente,teléfono,llamar,soporte,hablar con,ayuda,agente,queja,reclamación,persona,whatsapp
disponible,stock,existencias,agotado,disponibilidad
recoger,recogida,recoger en tienda,punto de recogida
tienda,local,establecimiento
horario,abierto,horas
datos personales,privacidad,protección de datos
envolver,papel de regalo,embalaje
caducar,caducidad,vencer,vencimiento,válido,validez,expirar`;
