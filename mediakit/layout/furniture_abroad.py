"""The named rules for pages in other languages than English: one rule a kind of furniture, one line a language.

A rule begins where the line begins and mostly names the whole line, so that a sentence of a story
that happens to use the same words stays with the story.
"""

from mediakit.layout.rules import LineRule, rule

_RELATED = (
    r"(?:lesen sie (?:auch|mehr|dazu|hier)|lies auch|mehr (?:zum thema|dazu|news|lesen|aus|von|über)"
    r"|(?:das )?(?:könnte|dürfte) (?:sie|dich) (?:auch|ebenfalls) interessieren"
    r"|auch interessant|ähnliche (?:beiträge|artikel|themen)|(?:weitere|verwandte|passende|neueste"
    r"|aktuelle) (?:artikel|themen|beiträge|meldungen|nachrichten)|meist ?gelesen|zum thema"
    r"|(?:vorheriger|nächster) (?:artikel|beitrag)"  # German
    r"|à lire (?:aussi|également)|lire (?:aussi|la suite|plus)|(?:voir|écouter) aussi|sur le même (?:sujet|thème)"
    r"|les plus lus|articles? (?:liés|similaires|associés)|à la une"  # French
    r"|(?:lee|leer|vea|ver|lea) (?:también|más)|te puede interesar|(?:le|te) podría interesar|noticias relacionadas"
    r"|(?:artículos|temas|contenidos?) relacionad[oa]s?|lo más (?:visto|leído)|más (?:información|noticias)"  # Spanish
    r"|leggi anche|(?:ti )?potrebbe(?:ro)? interessart?i(?: anche)?|articoli (?:correlati|simili)|i più letti"
    r"|vedi anche"  # Italian
    r"|(?:leia|veja|saiba) (?:também|mais)|mais (?:lidas|lidos|notícias)|(?:notícias|artigos"
    r"|matérias) relacionad[oa]s|relacionad[oa]s"  # Portuguese
    r"|lees (?:ook|meer)|meer (?:over|nieuws|lezen)|gerelateerde? (?:artikelen|nieuws)?|meest gelezen"  # Dutch
    r"|baca juga|artikel terkait|berita terkait|czytaj (?:też|także|również|więcej)|zobacz (?:też|także)"
    r"|čtěte (?:také|více)|související (?:články)?"
    r"|läs (?:också|även|mer)|læs også|les også|lue (?:myös|lisää)|citește și|читайте также|читать далее"
    r"|ещё по теме|материалы по теме|diğer haberler|ilgili haberler|đọc thêm|xem thêm"
    r"|اقرأ أيضا|اقرأ المزيد|関連記事|関連リンク|あわせて読みたい|相关阅读|相关新闻|相关文章|延伸閱讀|相關新聞"
    r"|관련 ?기사|관련 ?뉴스)"
)

_MONTH = (
    r"(?:jan\w*|feb\w*|fév\w*|mär\w*|mars|marzo|março|maart|apr\w*|abr\w*|avr\w*|mai|mayo|maio|mei|maggio|jun\w*"
    r"|juin|giugno|jul\w*|juil\w*|luglio"
    r"|aug\w*|août|ago\w*|sep\w*|set\w*|o[kcu]t\w*|nov\w*|de[zc]\w*|déc\w*|gen\w*|ene\w*)"
)
_DAY_OF_YEAR = (
    rf"(?:\d{{1,2}}\.?º? (?:de )?{_MONTH}\.?(?:,? (?:del? )?\d{{4}})?"
    rf"|\d{{1,2}}[./-]\s?\d{{1,2}}[./-]\s?\d{{2,4}}|\d{{4}}[.년年/-]\s?\d{{1,2}}[.월月/-]\s?\d{{1,2}}[일日.]?)"
)
_HOUR = r"\d{1,2}\s?[:.h時点시]\s?\d{2}(?:[:分분]\d{0,2})?(?:\s?(?:uhr|h|hrs|uur|分))?"

RULES_ABROAD: tuple[LineRule, ...] = (
    rule("date_abroad", "date", "nothing but a date or time of publication", "Stand: 24.04.2024 22:58 Uhr",
         rf"^(?=\D{{0,50}}\d)(?:[^\W\d]{{2,20}}\s?(?:[^\W\d]{{1,5}} )?:? ?){{0,2}}(?:{_DAY_OF_YEAR}"
         rf"|{_HOUR})(?:[\s,|·•()–—-]{{0,4}}(?:(?:um|à|a las|alle|às|om|kl|at|actualizado|mis à jour|aktualisiert"
         rf"|更新) ?:?(?: el | le | am )?)?(?:{_DAY_OF_YEAR}|{_HOUR})){{0,3}}\W*(?:更新\W*)?$", 14),
    rule("related_heading_abroad", "related", "heads a list of other articles", "Lesen Sie auch",
         rf"^{_RELATED}\W*$", 10, "likely"),
    rule("inline_link_abroad", "related", "points to another article", "Leggi anche: la diga riaperta",
         rf"^(?!.*[.!]$)[\W_]{{0,3}}{_RELATED}[^:|»>]{{0,20}}[:|»>】]\s*\S|^【関連記事】", 40),
    rule("comments_abroad", "comment_form", "invites a comment or counts comments", "Kommentar schreiben",
         r"^(?:(?:zu den |alle |\d+ )?kommentare?(?: (?:schreiben|verfassen|lesen|anzeigen|einblenden|ausblenden))?"
         r"|kommentar-?regeln\b.*|nur angemeldete (?:benutzer|nutzer)\b.*"
         r"|schreib(?:e|en sie)? (?:einen|den ersten) kommentar\b.*|ihre e-mail-adresse wird nicht\b.*"
         r"|deine e-mail-adresse wird nicht\b.*|antworten? abbrechen"
         r"|(?:laisser|écrire|ajouter|poster) un commentaire\b.*|(?:\d+ )?commentaires?|votre adresse e-?mail ne sera pas\b.*"
         r"|(?:deja|dejar|escribe) (?:un comentario|una respuesta|tu comentario)\b.*|(?:\d+ )?comentarios?"
         r"|tu dirección de correo electrónico no será\b.*"
         r"|(?:lascia|scrivi) un commento\b.*|(?:\d+ )?commenti|devi essere connesso per\b.*|annulla risposta"
         r"|il tuo indirizzo email non sarà\b.*"
         r"|(?:deixe|escreva) (?:um comentário|uma resposta|seu comentário)\b.*|(?:\d+ )?comentários?"
         r"|o seu endereço de e-?mail não será\b.*"
         r"|(?:\d+ )?reacties?|geef een reactie|reageer|plaats een reactie\b.*|komentar|(?:\d+ )?komentarze?"
         r"|dodaj komentarz|komentáře|diskuze|kommentarer|комментарии|оставить комментарий|yorumlar|bình luận"
         r"|コメント(?:する|を書く)?|评论|發表評論|댓글)(?:\W*\d*\W*)$", 14),
    rule("newsletter_abroad", "other", "asks the reader to subscribe or to log in", "Jetzt abonnieren",
         r"^(?:(?:jetzt |hier |kostenlos |gratis ){0,2}(?:abonnieren|anmelden|registrieren|einloggen|weiterlesen|testen)"
         r"|newsletter(?: (?:abonnieren|bestellen))?|zum newsletter\b.*|melden sie sich (?:jetzt|hier|an)\b.*"
         r"|(?:bereits|schon) (?:abonnent|registriert|ein abo)\b.*|sie können sich jederzeit wieder abmelden\b.*"
         r"|ich habe ein konto|unbegrenzt alle inhalte\b.*|weiter mit werbung\b.*"
         r"|(?:s['’]|je m['’])(?:abonner|abonne|inscrire|inscris)\b.*|abonnez-vous\b.*|inscrivez-vous\b.*|(?:déjà"
         r"|vous êtes) abonnée?\b.*|recevez (?:notre|nos|la|chaque)\b.*"
         r"|suscr[ií]be(?:te|se)\b.*|regístrate\b.*|inicia(?:r)? sesión\b.*|tu suscripción (?:se|está)\b.*"
         r"|recibe (?:nuestra|nuestro|en tu)\b.*|¿tienes una cuenta.*|añadir usuario.*|¿quieres añadir otro usuario\b.*"
         r"|iscriviti\b.*|abbonati\b.*|accedi|registrati|assine\b.*|inscreva-se\b.*|cadastre-se\b.*|entrar"
         r"|faça (?:seu )?login\b.*"
         r"|abonneer\b.*|schrijf je in\b.*|meld je aan\b.*|(?:al|ben je al) abonnee\b.*|als abonnee (?:lees|krijg)\b.*"
         r"|ログインする|新規登録|会員登録\b.*|この記事は会員限定です.*|구독하기)\W*$", 40, "likely"),
    rule("share_abroad", "share", "a button for passing the article on", "Auf Facebook teilen",
         r"^(?:(?:klick(?:en)?,? um )?(?:auf|über|per|via) (?:facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail"
         r"|pinterest|reddit)\b.{0,20}(?:zu )?teilen\b.*|(?:artikel |beitrag )?(?:teilen|drucken|merken|vorlesen)"
         r"|partager(?: (?:sur|par|cet article)\b.*)?|imprimer|(?:compartir|compartilhar|condividi|comparte)(?: (?:en|no"
         r"|na|su|por|em)\b.*)?|(?:deel|delen)(?: (?:via|op)\b.*)?|copiar enlace|link kopieren|link kopiëren"
         r"|copier le lien"
         r"|分享\w*|シェア\w*|공유\w*)\W*$", 14),
    rule("embedded_abroad", "other", "stands where a player, a gallery or a post of another site was",
         "Empfohlener redaktioneller Inhalt",
         r"^(?:empfohlener (?:redaktioneller|externer) inhalt|externer inhalt|an dieser stelle (?:findest du"
         r"|finden sie)\b.*\binhalt\b.*|ich bin damit einverstanden, dass mir\b.*"
         r"|leider lassen ihre (?:derzeitigen )?cookie-einstellungen\b.*"
         r"|(?:du kannst|sie können) (?:ihn|sie|es)? ?(?:dir|sich)? ?(?:hier )?mit einem klick\b.*"
         r"|personenbezogene daten können\b.*|(?:\S{1,20}-)?inhalte? (?:erlauben|anzeigen|laden)|(?:audio"
         r"|video) starten,.*|link zum \S{1,30}-inhalt"
         r"|následuje obsah vložený\b.*|přejít (?:před|za) obsah\b.*|ce contenu (?:est bloqué|n['’]est pas)\b.*"
         r"|este contenido no (?:está|se puede)\b.*|이미지 ?확대보기)$", 70),
    rule("cookies_abroad", "legal", "tells about cookies, data protection or the makers of the page", "Datenschutzerklärung",
         r"^(?:datenschutz(?:erklärung|einstellungen|bestimmungen)?|impressum|cookie-?einstellungen|nutzungsbedingungen"
         r"|mentions légales|politique de confidentialité|conditions générales\b.*|aviso legal|política de (?:privacidad"
         r"|privacidade|cookies)"
         r"|informativa (?:sulla )?privacy|note legali|privacybeleid|privacyverklaring|algemene voorwaarden|termos de uso)\W*$"
         r"|^(?:wir verwenden|diese (?:website|seite) (?:verwendet|nutzt)|nous utilisons des|ce site utilise des"
         r"|este (?:sitio|site) (?:web )?(?:usa|utiliza)|questo sito utilizza|deze (?:website|site) gebruikt) cookies\b"
         r"|^(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati"
         r"|todos os direitos reservados|無断転載|저작권자)", 60),
    rule("photo_credit_abroad", "caption", "credits a picture", "Der Pier am Abend. Foto: Anke Behrens",
         r"(?:^|[.!?|(/\s])(?:foto|bild|fotograf|grafik|quelle|crédits?(?: photo)?|photo|imagen|fotografía|imagem"
         r"|reprodução|archivbild|symbolbild|foto de archivo|zdj|fot|写真|사진)\s?[:=：/]\s?(?=\S)[^.!?]{1,50}\W*$"
         r"|^(?:symbolbild|archivbild|symbolfoto|foto de archivo)\b|[（(][^()（）]{0,15}(?:撮影"
         r"|写真)[^()（）]{0,8}[）)]$|(?:뉴스1|연합뉴스|뉴시스|[가-힣]{2,4} 기자)[)\]]?$", 60, "likely",
         signs="fot;bild;grafik;quelle;crédit;photo;imagen;imagem;reprodução;zdj;写真;사진;撮影;뉴스1;연합뉴스;뉴시스;기자"),
    rule("tags_abroad", "other", "lists the topics the article is filed under", "Schlagworte",
         r"^(?:schlagw(?:orte|örter)|stichw(?:orte|örter)|themen|kategorien?|ressort|mots[- ]clés|étiquettes|sujets"
         r"|etiquetas|temas|archivado en|argomenti|etichette|tópicos|trefwoorden|onderwerpen|tagi|štítky|теги|标签|タグ"
         r"|태그)"
         r"(?:\W*|\s*:\s*(?!.*[.!?]$)\S.*)$", 40, "likely"),
    rule("author_box_abroad", "bio", "heads the author's biography", "Über die Autorin",
         r"^(?:(?:über|zu) (?:den|die|der) (?:autor\S{0,5}|verfasser\S{0,5})|à propos de l['’]auteure?|sobre (?:el|la|o"
         r"|a) autora?|(?:l['’]|sull['’])autor[ei]|over de auteur)\W*$", 6),
)  # fmt: skip
