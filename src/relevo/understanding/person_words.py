"""The words in which people ask for a person, by the part they play; es, en, and short ca, gl, eu, pt, fr, it, de."""

from relevo.understanding.tokens import word_set

CLASSES: dict[str, str] = {
    # Somebody who can be asked for by naming them alone ("agente", "operator").
    "HUMAN": """
        persona humano humana humanos humanito humanita agente agentes asesor asesora asesores operador operadora
        operadores operario representante representantes ejecutivo ejecutiva teleoperador teleoperadora telefonista
        person human humans agent agents representative representatives rep reps operator operators advisor adviser
        persoa pessoa personne atendente humain humaine conseiller conseillere operatore mensch umano huma pertsona
        gizaki menschen gizakiarekin
    """,
    "PEOPLE": "personas people persons gente",
    # Somebody in a role: needs a verb, or to stand nearly alone.
    "CHIEF": """
        supervisor supervisora gerente gerenta encargado encargada responsable responsables jefe jefa director
        directora manager managers supervisors boss superior coordinador coordinadora superiores
    """,
    "ROLE": """
        gestor gestora tecnico tecnica technician engineer specialist especialista experto experta expert consultor
        consultora empleado empleada employee clerk colleague companero companera companeros dependiente comercial
        vendedor vendedora senorita lady gentleman guy chico chica staff team equipo receptionist recepcionista
        enfermera enfermero nurse doctora doctor adult adulto teammate member personnel
    """,
    "DEPARTMENT": """
        recepcion ventas facturacion soporte cobros billing sales support reception departamento department dept
        administracion desk postventa gerencia management service servicio atencion
    """,
    "ANYONE": """
        alguien alguno alguna somebody someone anybody anyone algu alguen alguem quelquun norbait norbaitekin
        qualcuno jemand jemandem jemanden sum1 some1 any1 algn smbd
    """,
    "NOBODY": "nadie nobody noone",
    "TALK": """
        tratarlo comentarlo contarlo explicarlo discutirlo verlo dealing deal discuss
        hablar ablar hablando talking speaking tratar hablarlo platicar platicarlo conversar charlar comunicarme
        comunicarnos contactar contactarme speak talk speek converse communicate parlar parlare falar parler
        sprechen hitz explicarselo contarselo tlk spk
    """,
    "CHAT": "chat chatear escribir escribirme",
    # "Pásame": to me, by somebody else; certain by itself with "con".
    "PASS": """
        comunicandome conectandome pasandome poniendome
        pasame paseme pasenme pasadme pasarme pongame ponganme poneme ponme ponedme ponerme comuniqueme comunicame
        comuniquenme comunicadme transfiereme transfierame transfiranme transferirme derivame deriveme derivenme
        derivarme conectame conecteme conectenme enlazame enlaceme redirigeme contactame contacteme canaliceme
        canalizame passam passeu posam posim passame pasademe pasanos pasenos
    """,
    "PASS_ME": """
        pasas pasa pasan pasais pases pase pasen paseis pasar pasarias pasarian pone pones poneis ponen ponga pongan
        pongas poner comunica comunicas comunican comunique comuniquen comunicar conecta conectas conectan conecten
        transfiere transfieres transfieren transfieran transferir deriva derivas derivan deriven derivar enlaza
        enlace enlacen canaliza
    """,
    "CONNECT": "connect transfer put patch redirect forward route switch reroute escalate pass",
    "THROUGH": "through thru over",
    "CALL_ME": """
        llamame llameme llamenme llamadme llamarme llamarnos marcame marqueme marquenme marcarme telefoneame
        hablenme llamenos
    """,
    "CALL": """
        llame llamen llameis llames llamar marque marquen marcar telefonee telefoneen telefonear hable hablen call
        ring phone telephone callback
    """,
    "TEXT": "text contact",
    "SERVE": """
        devuelva devuelvan regrese regresen atendiera llamara contactara
        atienda atiendan atiende atienden atender atenderme atiendame coja cojan coge coger conteste contesten
        contesta responda respondan responde explique expliquen oriente ayude ayuden escuche escuchen resuelva
        resuelvan solucione diga digan contacte contacten contacta explicar atendera lea entienda entiendan sepa
        sepan answers answer answering picks understands listens helps helping
    """,
    "WANT": """
        quiero quisiera necesito exijo pido prefiero deseo requiero busco solicito ocupo preciso demando querria
        dame denme deme dadme kiero nesecito necesitaria want need prefer give demand request require wanna gimme
        gotta get lemme find vull quero queria veux voudrais voglio vorrei mochte regalan
    """,
    "GETTING": "tener obtener have",
    "MODAL": """
        any can could may would puedo podria podrian puede pueden puedes podrias podeis podriais possible posible
        cannot cant
    """,
    "IS_THERE": "hay habra habria existe",
    "IS": "is are isnt arent anyones",
    "THERE": "there theres here around ahi aqui alla alli aca lado end disponible available detras behind",
    "REAL": """
        vivo viva vivos real reales live actual genuine breathing flesh heartbeat pulse carne hueso verdadero
        verdadera proper blood viviente normal
    """,
    "TRUTH": "verdad",
    "BOT": """
        automaticas automaticos automatizada automatizado
        bot bots robot robots maquina maquinas maquinita grabacion grabaciones contestadora chatbot chatbots machine
        machines recording recordings automated computer computadora ordenador algoritmo algorithm robotito cacharro
        ai ia automatico automatica
    """,
    "FED_UP": "harto harta hartos hartas tired sick done fed enough cansado cansada basta stop",
    "NOT": "no ni sin tampoco nunca not dont without never neither nor nao non pas ez didnt doesnt",
    "NEEDED": "falta necesidad necesario necesaria necessary needed",
    "PAST": """
        spoke contacted hable talked told said dijo dijeron hablaba llamaron llamo atendio atendieron spoken
        prometio
    """,
    "ME": "me nos us mi",
    "THAT": "que who that quien",
    "WITH": "con with to amb com avec cunha coa mit",
    "DET": """
        ser being un una uno el la los al algun a an the your some su tu de del one of y otra otro another um uma
        une eine einen
    """,
    "PHONE": "telefono linea numero number llamada telefonica",
    "HOLD": "hold reach",
    "HELP": "help assist i",
    "SERVED": "atendido atendida served helped contacted phoned",
    "BY": "por by",
    "BACK": "back",
    "BETTER": "mejor better",
    "POLITE": "please pls plz porfa thanks gracias",
    "APPOINTMENT": "cita appointment meeting reunion",
}

# What may stand beside a person named alone: "hola, un agente por favor".
FILLERS = word_set("""
        por favor porfa porfis please pls plz ya hola hello hi hey buenas buenos dias tardes noches now ahora
        urgente urgent gracias thanks thank you si yes ok vale es que bueno oye oiga mismo inmediatamente asap
        right just un una con to a an the with solo customer service servicio al cliente atencion quiero humano
        humana real de verdad hablar speak talk , . ?
    """)

# Words that look like a slip of one above but are not.
NOT_SLIPS = word_set("""
        perdona perdone perdonad perdonen perdonar
        personal personales personally persone personality personalizar personalized humanidad humano's humanas
        agencia agenda agency agenc gerencia oficina officer hables hablan hablas hablado hablaron hablando
        pasado pasamos pasarse pasaron pasaban paseo paseos pasarlo ponerte ponerle ponerse ponerlo llamada
        llamadas llamado llamaba llamaran llamarse llamaste operation operations operating operativo operacion
        operate operated operates represent represented represents responsible responsibly superb supervision
        supervise recepciona support supported supports supporting quieren quieres quiere quieran quiera
        necesita necesitas necesitan necesario necesaria necesidad comunicado comunidad comunicacion transferred
        transfers transferencia transferir transferido conectar conectado conexion conector connected connects
        derivado contactado contacto contactos contactless asesoria asesorias ejecutar ejecucion algunas algunos
        tecnologia maquinaria robotica computers verdadera carnet hueco huevo huevos nuevo pulsera pulsar
        impulse salesman sale scale realmente really reality realise realize actually actuals actualizar lives
        alive liven lively livings flash fresh billings bills filling killing willing selling sailing member
        members teams steam beans quieto dirige director manage managed manages damage damaged managing lleve
        lleves llevo lleva llevan llevar llevame llevamos llave llaves resuelve resuelto escucho escuchar
        explico explica explican explicado hablamos habla through though thought throughout numbers number
        phoned phones answered wants wanted needs needed prefers requested requests demanded transfer transfered
        transferring marca marcas marcado marco llena llenar atendido atendidos atiendes conteste contestado
        contestan contestar contestaron responden responder respondido
    """)
