"""Phrases kept apart from the ones the patterns were made with: people asking for a person, and people who are not."""

WANTS_A_PERSON = """
quiero hablar con una persona
kiero ablar con alguien
quiero hablr con una prsona real
necesito que me atienda un humano
me pasas con un agente?
pásame con alguien
pasame a un asesor
páseme con su supervisor por favor
¿me pueden comunicar con un ejecutivo?
comuníqueme con una operadora
comunicame con soporte
quiero que me llame un agente
que me llame alguien hoy por favor
¿me podéis llamar?
llámenme al 655 000 999
operador
OPERADORA!!!
agente humano
un humano porfa
persona
asesor ya
hola, representante por favor
¿no hay nadie de carne y hueso?
¿hay alguien ahí?
hay alguien vivo ahi o que
¿hay algún humano por aquí?
¿puedo hablar con un humano?
se puede hablar con alguien de verdad?
¿cómo hago para hablar con una persona?
no quiero hablar con un robot
no quiero seguir hablando con una máquina
estoy harto de este bot
harta de la maquinita esta
prefiero que me atienda una persona
preferiría hablar con alguien
exijo hablar con el encargado
ponme con tu jefe
póngame con un responsable
me pone con atención al cliente?
ponedme con una persona ya
derívame con un asesor
transfiéreme a un agente
¿me transfieren con alguien?
con quién puedo hablar? quiero una persona
dame un humano
denme un agente
quiero un agente
busco a alguien con quien hablar
necesito a una persona real
me gustaría hablar con alguien del equipo
tienen a alguien que me explique esto por teléfono?
¿habrá alguien que me atienda?
que alguien me atienda por favor, quiero hablar con alguien
que me atienda una persona
que me conteste una persona, no un robot
quiero platicar con un asesor
ocupo hablar con un humano
me puede atender una persona?
me puede atender un ser humano
quisiera comunicarme con un representante
quisiera que me contacte un agente
¿me puede contactar alguien?
quiero hablar con ventas
necesito hablar con facturación
hablar con agente
hablar con persona
hablar con un comercial
esto no lo arregla una máquina, quiero una persona
eres un bot? quiero una persona
no me sirves, pásame con un humano
no entiendes nada. Agente.
¿Tengo que gritar para que me atienda alguien?
¿hay alguna persona que me pueda ayudar?
una persona humana por favor
prefiero un humano
quiero tratar con una persona, no con un chatbot
necesito hablar urgentemente con el gerente
me urge hablar con alguien
deseo ser atendido por una persona
I want to speak to a human
can I talk to a person
can i tlk to someone
could I please speak with an agent?
speak to a representative
let me talk to a real person
get me a human
give me a human being now
human
HUMAN!!!!
agent please
representative
operator
live agent
real person please
is there anybody with a pulse
is anyone there?
is there a human there
is there anyone I can talk to?
are there any actual people here?
connect me to an agent
connect me with a representative please
please transfer me to a supervisor
transfer me to a live agent
put me through to someone
put me through to billing please
can you put me through to a manager
can someone call me
please have someone call me back
I'd like someone to call me
i need someone to ring me today
could an agent phone me?
call me please
I need a human
i want a real human
I demand to speak with your manager
I'd like to speak with a supervisor
let me speak to your boss
I don't want to talk to a bot
i dont want a robot
not a bot please
I'm tired of talking to a machine
fed up with this bot
stop with the bot and get me a person
I would rather talk to a person
i'd prefer to speak to someone
can a human help me
I need to talk to someone in billing
who can I speak to? a person I mean
how do I get hold of a human
how do i reach an actual person
is this a bot? I want to talk to someone
somebody real please
someone human please
i need customer service, a person
can I get a human
can i have an agent
could I get a real person on the line
may I speak to an adviser
talk to agent
speak to someone
chat with an agent
any humans around?
speak with a person plz
speek to a persn
I want an operater
I need a reprsentative
could someone from your team call me tomorrow
I want a call from your manager
vull parlar amb una persona
vull parlar amb algú
passa'm amb un agent
quero falar cunha persoa
quero falar com um atendente
quero falar com uma pessoa
pertsona batekin hitz egin nahi dut
norbaitekin hitz egin nahi dut
je veux parler à un conseiller
je voudrais parler à quelqu'un
je veux un humain
voglio parlare con un operatore
ich möchte mit einem Menschen sprechen
hay alguien que me pueda explicar esto por teléfono?
me gustaria que me atendiera un compañero tuyo
¿podrías ponerme en contacto con alguien?
prefiero tratarlo con alguien del equipo
esto prefiero hablarlo con una persona
a ver si me coge alguien el teléfono
quiero que me atienda alguien que sepa
me pasas con quien lleve las reclamaciones?
necesito que alguien me devuelva la llamada
puede llamarme alguien mañana por la mañana?
que me llame vuestro encargado
no me convence tu respuesta, mejor un humano
mejor me pasas con una persona
basta de máquinas
no quiero más respuestas automáticas
deja de darme respuestas automáticas y ponme con alguien
quiero una atención humana
atención personalizada con un agente por favor
comuníquenme con alguien de carne y hueso
¿me regala un asesor por favor?
me colabora comunicándome con un asesor
asesor humano
necesito un ser humano que me entienda
¿con quién puedo hablar para resolver esto?
¿hay forma de hablar con alguien?
no hay manera de hablar con una persona aquí o qué?
¿se puede hablar con alguien o solo con la máquina?
quiero contactar con un agente
quiero contactar a soporte humano
can you get someone to call me back?
i'd prefer dealing with a person
let me talk to somebody who knows what they're doing
is there somebody who can actually help me
just get me someone
get me your supervisor
put a human on
human agent now
can I have a person please
I'm done with this bot, human please
you're a bot aren't you, I want a person
I want to talk with customer support
connect me with customer service
I need to speak with a live person
would it be possible to speak to somebody?
any chance I can speak to a real person?
could you have someone ring me back
could you pass me on to a colleague
please escalate this to a manager
I wish to speak with someone in charge
get a manager
transfer me
put me through
is this a real person or a bot? I need a person
stop sending me automated replies, I want a person
I'd like to be contacted by an agent
pass me to someone else
Speak to agent please
""".strip().splitlines()

DOES_NOT = """
no hace falta que me pases con nadie
no hace falta que me llame un agente, solo quiero saber el horario
no quiero que me llaméis
no quiero hablar con nadie
no necesito hablar con un agente
no me pases con un agente, solo dime el precio
¿es que nadie revisa esto?
¿nadie lee los correos ahí?
nadie me contesta
vino un técnico y no arregló nada
el agente me dijo que llegaba hoy
ayer hablé con una persona y me dijo que sí
¿cuánto cuesta por persona?
somos cuatro personas
quiero una mesa para dos personas
¿puedo añadir otra persona a mi cuenta?
alguien entró en mi cuenta
alguien ha usado mi tarjeta
quiero cambiar mis datos personales
no había nadie en casa cuando vino el repartidor
¿y si no hay nadie en casa?
el robot de cocina no funciona
mi robot aspirador no carga
quiero devolver la máquina de café
la máquina no enciende
¿cuál es el teléfono?
¿a qué hora abren?
llamé ayer y no me contestaron
me llamaron de un número raro
¿puede recogerlo otra persona?
quiero regalárselo a una persona mayor
busco trabajo como agente de ventas
pasé por la tienda y estaba cerrada
pásame la factura por favor
ponme el pedido a nombre de mi hermana
¿me pasas el enlace?
¿me puedes pasar la factura?
gracias a la persona que me atendió
mi jefe quiere la factura
necesito la factura para mi gestor
¿qué pasa con mi pedido?
ninguna persona debería esperar tanto
¿cómo contacto por correo?
el operador logístico dice que no
cambio de operadora
mi marido habló con vosotros ayer
quiero hablar de mi factura
no es necesario que me llaméis
sin necesidad de hablar con un agente, ¿puedo cancelar?
¿dónde está mi pedido?
no need to put me through
no need to call me
you don't need to call me
I don't need to talk to anyone
I don't want to talk to a person, just tell me the hours
I don't want to speak to an agent
please don't call me
does nobody check this?
does anybody actually read these emails
nobody answers my emails
someone stole my card
somebody has been using my account
the agent told me it would arrive today
I spoke to a real person yesterday and he said yes
your agent was very kind, thank you
how much is it per person?
a table for two people
can I add another person to my order
someone left a parcel at my door
what if nobody is at home?
the courier called me twice
I called yesterday
the robot vacuum doesn't work
my coffee machine is broken
can another person collect it for me
is it suitable for one person
my manager needs the invoice
where is my order
put me down for the newsletter
can you transfer the money to my account
please transfer the points to my other account
what is your phone number
connect the hob to the wall?
how do I connect my phone
I was told by someone that it was free
no agent needed, just the tracking link
I hate to be that person but it's late
do you have a person size chart
the person at the shop was lovely
quiero saber si la lavadora es apta para una familia de cinco personas
el técnico que vino era muy amable
¿puedo hablar con vosotros por WhatsApp o solo por correo?
mi hermana habló con alguien de la tienda y le dijeron que sí
quiero un robot aspirador
no encuentro a nadie que me venda este recambio
¿qué persona firma las facturas?
la persona que recibe el paquete es mi vecina
¿quién es el responsable de mis datos?
¿cuál es el correo del responsable de privacidad?
he llamado tres veces y nadie contesta
someone told me you offer free returns
I gave the parcel to a neighbour
can someone under 18 join the club?
do I need a technician to install it?
does the technician call before arriving?
who do I contact about privacy?
can somebody else collect my order?
the machine displays an error
is the coffee machine automatic?
I'd like to change the contact person on my order
can two people use the same account?
how many people does the pan serve?
what number do I call?
I want to return a robot
""".strip().splitlines()
