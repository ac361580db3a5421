"""Small words by which a language is told even in a short message: what stands between the nouns, and what customers open and close with.

Folded as `kit.folding` folds, so that a missing accent changes nothing. A word of several languages counts little for each.
"""

from relevo.understanding.tokens import word_set

# fmt: off
WORDS: dict[str, frozenset[str]] = {
    "es": word_set("""
        hola buenas buenos dia dias tardes noches gracias por favor porfa porfavor adios vale que es el la los las
        un una de del y en no si mi me te se lo le les nos os con para como cuando donde cual cuanto cuanta
        cuantos quien porque pero mas muy ya esta estan estoy este esto ese eso esa aqui ahi alli hay tengo
        tiene tienen tienes teneis quiero quisiera necesito puedo puede pueden podeis hacer hace pedido envio
        factura devolver dinero tarjeta cuenta tienda precio garantia ayuda q xq pq tb tmb xfa pa nada todo bien
        mal hoy ayer manana desde hasta sin sobre su sus mis tu tus al ha han he era fue soy eres somos son ser
        llegar llego llega compre compro funciona va voy ahora entonces tambien saludos oye oiga perdon perdona
        disculpe disculpa claro genial perfecto listo ok dale joder venga sale salio queria una uno dos tres vez veces habeis
        hemos han cobrado cobraron mandado dicho hecho sigo sigue nadie alguien otra otro cada solo aun vosotros ustedes usted
    """),
    "en": word_set("""
        hello hi hey thanks thank you please bye good morning afternoon evening the a an of and in to is are was
        were it its i im ive id my me we our your he she they them this that these those there here what when
        where which who why how do does did dont doesnt didnt not no yes can could would should will wont cant
        have has had been be with for from on at by but or if so just get got want need order delivery invoice
        refund money card account shop price warranty help still now today yesterday tomorrow about any some all
        out up back off then than too very really u ur pls plz yeah yep nope ok okay cheers sorry great fine
        sure again never nothing came
    """),
    "ca": word_set("""
        bon bona dia vespre nit gracies merces si us plau adeu el la els les un una de del dels i a en no em et es ens hi ho li
        amb per com quan on quin quina quant quanta qui perque pero mes molt ja esta estan estic soc sou som son aquest aquesta
        aixo aixi aqui alla tinc teniu tenen te vull voldria volia necessito puc podeu poden pot fer fa comanda enviament
        factura diners targeta compte botiga preu ajuda res tot tots be malament avui ahir dema des fins sense seva meva meu
        seu vostra vostre nostra he has ha hem heu han era arribat arriba funciona gens encara tambe disculpeu perdoneu
        gracies ningu cap altre altra dir parlar m'ha m'han n'hi d'una l'he que mai
        trobo sap algu
    """),
    "gl": word_set("""
        ola bos boas dia tardes noites grazas por favor adeus o a os as un unha uns unhas do da dos das no na nos nas ao aos e en non
        me te se lle lles vos con para como cando onde cal canto canta quen porque pero mais moi xa esta estan estou este isto
        iso esa aqui ali hai teno ten tenen tedes quero quixera queria necesito podo pode poden podedes facer fai pedido envio
        factura cartos tarxeta conta tenda prezo garantia axuda nada todo ben mal hoxe onte mana dende ata sen sobre seu sua
        meu mina nosa noso ei foi son somos era chegou chegar mercei merquei funciona ainda tamen saudos desculpe perdoe ninguen
        cunha dunha podesme podedesme outra vez co coa pola polo
    """),
    "eu": word_set("""
        kaixo egun on arratsalde gabon eskerrik asko mesedez agur eta ez bai da dira naiz zara gara dut du dute dugu duzu duzue
        nuen zuen daukat daukazu dago daude nago zer non noiz nola zein zenbat nor zergatik baina oso orain gaur atzo bihar gero
        nire zure gure hau hori hemen hor han bat batekin nahi behar ahal ezin egin eman iritsi eskaera bidalketa faktura dirua
        txartela kontua denda prezioa bermea laguntza ere oraindik baino edo ari da hitz inork inor didazue dizuet zait zaizue
        guztiagatik dena ondo gaizki berriro beste nik zuek zaude zaudete nuke genuke badago bada
    """),
    "pt": word_set("""
        ola bom boa dia tarde noite obrigado obrigada por favor tchau adeus o a os as um uma uns umas do da dos das no na nos nas ao
        aos e em nao me te se lhe lhes com para pra como quando onde qual quanto quanta quem porque mas mais muito ja esta estao
        estou este isto isso essa aqui ali ha tenho tem temos quero queria preciso posso pode podem podemos fazer faz pedido
        encomenda envio fatura nota dinheiro cartao conta loja preco garantia ajuda nada tudo bem mal hoje ontem amanha desde
        ate sem sobre seu sua meu minha nossa nosso foi sou somos sao era chegou chegar comprei consigo voce voces vcs vc nem
        ainda tambem desculpe ninguem outra vez pelo pela esse frete boleto entrega cade
    """),
    "fr": word_set("""
        bonjour bonsoir salut merci beaucoup svp s'il vous plait au revoir le la les un une des du de et en ne pas je j'ai tu il elle
        on nous vous ils mon ma mes ton votre vos notre son sa ses avec pour comme quand ou quel quelle combien qui pourquoi mais
        plus tres deja est sont suis etes etait ce cette ces ceci cela ca ici il y a avez ont voudrais veux peux pouvez peut
        faire fait commande livraison colis facture argent carte compte magasin prix garantie aide rien tout bien mal
        aujourd'hui hier demain depuis jusque sans sur dans par chez encore aussi desole personne toujours c'est n'est n'ai d'un
        l'ai m'a qu'est jamais fois quelqu'un souhaite
    """),
    "de": word_set("""
        hallo guten tag morgen abend danke bitte tschuss der die das den dem ein eine einen einem und in ist sind war nicht kein
        keine ich du er sie es wir ihr mein meine meinen meinem ihre unser mit fur wie wann wo welche wieviel wer warum aber mehr
        sehr schon dieser diese dieses hier dort habe hat haben hatte mochte will wollen kann konnen konnte brauche machen macht
        bestellung lieferung paket rechnung geld karte konto laden preis garantie hilfe nichts alles gut schlecht heute gestern
        seit bis ohne auf zu zum zur von vom bei noch auch entschuldigung jemand niemand keiner immer mir mich euch
        wurde wird was oder wenn dass angekommen funktioniert mal
    """),
    "it": word_set("""
        ciao buongiorno buonasera salve grazie per favore arrivederci il lo la i gli le un uno una di del dello della dei e in non mi ti
        si ci vi con come quando dove quale quanto quanta chi perche ma piu molto gia sono sei siamo siete era questo questa
        quello qui li c'e ho hai ha abbiamo avete hanno voglio vorrei volevo devo posso potete puo possono fare fa ordine
        spedizione pacco fattura soldi carta conto negozio prezzo garanzia aiuto niente tutto bene male oggi ieri domani da
        fino senza su sul sulla mio mia miei tuo suo sua nostro vostro ancora anche scusi scusate nessuno sempre al alla
        nel nella dal dalla che arrivato funziona riesco qualcuno ne
    """),
}
# A thank-you or a greeting by which a language is told even alone.
ALONE: dict[str, str] = {
    word: code
    for code, words in {
        "ca": "merces adeu gracies siusplau", "gl": "grazas adeus", "eu": "kaixo eskerrik mesedez agur aupa",
        "pt": "obrigado obrigada tchau",
        "fr": "bonjour bonsoir merci salut", "de": "hallo danke bitte tschuss guten", "it": "ciao grazie buongiorno buonasera salve",
    }.items()
    for word in words.split()
}
# Letters that few of them write.
LETTERS: dict[str, tuple[str, ...]] = {
    "ñ": ("es", "gl"), "¿": ("es", "gl"), "¡": ("es", "gl"), "ã": ("pt",), "õ": ("pt",), "ç": ("pt", "ca", "fr"), "ß": ("de",),
    "ä": ("de",), "ö": ("de",), "ü": ("de",), "è": ("ca", "fr", "it"), "ò": ("ca", "it"), "ù": ("fr", "it"), "ì": ("it",),
    "ê": ("fr", "pt"), "â": ("fr", "pt"), "ô": ("fr", "pt"), "î": ("fr",), "û": ("fr",), "œ": ("fr",), "à": ("ca", "fr", "it", "pt"),
    "ï": ("ca", "fr"), "·": ("ca",),
}  # fmt: skip
