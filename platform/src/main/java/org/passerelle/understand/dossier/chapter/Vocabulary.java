package org.passerelle.understand.dossier.chapter;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.passerelle.language.SerbianScript;

/**
 * Recognises English, French and Serbian terms as used by teams and maps them to codes.
 * Unrecognised words get no code; nothing is guessed.
 */
public final class Vocabulary {
  /** The acts of the script in order, followed by family and contacts, which are not acts. */
  public static final List<String> ACTS =
      List.of("recruitment", "transport", "housing", "exploitation", "control", "money");

  /** Ties between relatives. */
  public static final String KINSHIP = "kinship";

  private static final Map<String, Pattern> KINDS = new LinkedHashMap<>();
  private static final Map<String, Pattern> ROLES = new LinkedHashMap<>();
  private static final Map<String, Pattern> MEANS = new LinkedHashMap<>();

  static {
    KINDS.put("recruitment", words("recru|regrut|vrbov|lured|groom"));
    KINDS.put(
        "money",
        words("money|payment|paid|pays|cash|remit|bank|argent|paie|virement|especes|novac|uplat"));
    KINDS.put(
        KINSHIP,
        words(
            "kin\\b|kinship|famil|parent|srod|porod|sibling|brother|sister|frere|soeur|brat\\b|sestr"
                + "|father|mother|pere\\b|mere\\b|cousin|rodjak|spouse|married|epou|brak|uncle|aunt"));
    KINDS.put("housing", words("hous|lodg|harbo|accommod|heberg|logement|smest|stanov"));
    KINDS.put(
        "control",
        words(
            "control|kontrol|surveil|nadz|threat|menac|pretnj|violen|nasilj|debt|dette|dug|coer"));
    KINDS.put(
        "transport",
        words(
            "transport|prevoz|convoy|convoi|travel|voyage|putov|smuggl|passage|krijumc|drive|voznj|vozi"));
    KINDS.put(
        "exploitation",
        words("exploit|eksploat|iskorisc|begg|mendic|prosjac|theft|vols?\\b|kradj|servitud"));
    KINDS.put(
        "contact",
        words(
            "phone|call|appel|teleph|telefon|poziv|meet|rencontr|sastan|messag|sms|contact|kontakt"
                + "|acquain|connaiss|poznan|friend|amis?\\b|prijatelj|chat"));
    ROLES.put(
        "leader",
        words(
            "leader|boss|chef|head|organi[sz]|sef\\b|sefic|vodj|kolovodj|predvodn|dirige|meneu|patron"
                + "|tete de|commandit|donneur d.ordre|nalogodav|glavn|gazd"));
    ROLES.put("recruiter", words("recru|regrut|vrbov|lover|rabatt|namamlj|zavodn"));
    ROLES.put(
        "intermediary",
        words(
            "madam|maquer|broker|intermed|posred|svodn|podvod|makro|pimp|proxen|souteneu"
                + "|entremett|courtier|go between|middle"));
    ROLES.put(
        "guard",
        words(
            "guard|gardien|garde\\b|enforc|lookout|guet|surveil|cuvar|strazar|nadz|nadgled"
                + "|overse|supervis|contremait|homme de main|vigile|izvidj|batinas|obezbedj"));
    ROLES.put(
        "transporter",
        words(
            "transport|driver|chauff|conduct|convoy|vozac|sofer|prevoz|courier|coursier"
                + "|kurir|passeur|krijumc|smuggl|taksi|taxi|carrier"));
    ROLES.put(
        "host",
        words(
            "host|landlord|landlad|logeu|heberg|bailleu|hotel|hote\\b|marchand de sommeil|stanodav"
                + "|kucevlasn|smest|domacin|caretaker|housing"));
    ROLES.put("exploiter", words("exploit|eksploat|izrablj|iskoris|employ|poslodav"));
    ROLES.put(
        "collector",
        words(
            "collect|cashier|caissi|encaiss|percept|ramass|money|tresor|blagaj|kasir|inkas|naplac"
                + "|naplat|utjeriv|uteriv|launder|blanch|pranj|perac|prikup|sakup|skuplj"));
    ROLES.put("forger", words("forg|fauss|falsif|krivotv|document|dokument|papiers"));
    ROLES.put("customer", words("customer|client|klijent|buyer|acheteu|kupac|kupc|musterij"));
    MEANS.put("violence", words("violen|nasilj|beat|coups|batin|force\\b|rape|viol\\b|silov"));
    MEANS.put("threats", words("threat|menac|pretnj|blackmail|chantage|ucen"));
    MEANS.put("debt", words("debt|dette|dug|owe"));
    MEANS.put("documents", words("document|passport|passeport|pasos|papers|papiers|isprav"));
    MEANS.put("deception", words("decei|decept|tromp|false prom|fauss|obman|prevar"));
    MEANS.put("substances", words("drug|drogue|alcoh|alkohol|substanc"));
    MEANS.put("surveillance", words("surveil|watch|nadz|camera|guard|locked|enferm|zaklj"));
    MEANS.put("isolation", words("isol|confin|izol"));
    MEANS.put("vulnerability", words("vulner|ranjiv|poverty|pauvre|siromas|depend|zavis"));
  }

  private Vocabulary() {}

  /** The subject of a tie: one of the acts, family, contact; empty if not recognised. */
  public static String kind(String words) {
    return code(KINDS, words);
  }

  /** A declared role; empty if not recognised. */
  public static String role(String words) {
    return code(ROLES, words);
  }

  /** A means of control; empty if not recognised. */
  public static String means(String words) {
    return code(MEANS, words);
  }

  /** All recognised roles. */
  public static List<String> roles() {
    return List.copyOf(ROLES.keySet());
  }

  /** All recognised means. */
  public static List<String> allMeans() {
    return List.copyOf(MEANS.keySet());
  }

  private static Pattern words(String beginnings) {
    return Pattern.compile("\\b(?:" + beginnings + ")");
  }

  private static String code(Map<String, Pattern> codes, String words) {
    String plain =
        Normalizer.normalize(
                SerbianScript.latin(words).toLowerCase(Locale.ROOT).replace("đ", "dj"),
                Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace('-', ' ')
            .replace('_', ' ');
    return codes.entrySet().stream()
        .filter(entry -> entry.getValue().matcher(plain).find())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }
}
