package org.passerelle.network.exchange;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.passerelle.network.ActorKind;

/** What kind of actor a word of somebody's file probably means. A guess, for people to correct. */
final class KindWords {
  /** A shorter word has to be the word itself, a longer one may have any ending. */
  private static final int STEM = 4;

  private static final Pattern DIGITS = Pattern.compile("[+(]?[0-9][0-9 ()./-]{4,}[0-9]");

  private static final Map<ActorKind, List<String>> STEMS = new EnumMap<>(ActorKind.class);

  static {
    put(
        ActorKind.PHONE,
        "phone telep telef mobil msisdn imei sim gsm tel portable телеф мобил тел τηλεφ");
    put(ActorKind.BANK_ACCOUNT, "bank iban banqu bancair racun račun банк рачун");
    put(
        ActorKind.ACCOUNT,
        "account profil user facebook instagram telegram whatsapp viber tiktok email mail compte"
            + " nalog налог профил");
    put(ActorKind.ADVERTISEMENT, "advert ad ads annonc oglas оглас");
    put(
        ActorKind.VEHICLE,
        "vehic car cars truck van lorry plate véhic voitur camion vozil auto kombi kamion tablic"
            + " возил ауто комби камион таблиц");
    put(
        ActorKind.ORGANISATION,
        "organi compan firm societ société entrepr agenc club business preduz agencij организ фирм"
            + " предуз агенц клуб");
    put(ActorKind.FAMILY, "famil clan clans klan porodic породиц клан");
    put(ActorKind.EVENT, "event meeting réunion événement evenement sastan dogad догађ састан");
    put(
        ActorKind.ADDRESS,
        "addres adres house hotel place locat city town flat apartm maison lieu ville kuca kuća"
            + " stan mesto grad адрес кућ хотел стан место град");
    put(
        ActorKind.PERSON,
        "person personn people individ man men woman women suspect recruit recrut traffick"
            + " trafiqu exploit pimp proxén driver chauffeur transport passeur smuggl boss leader"
            + " chef head guard lookout courier kurir client buyer victim accomplice complice"
            + " facilitat osob osumnj vrbov vozač vozac saradn žrtv trgov особ лице"
            + " осумњ врбов возач сарадн жртв трговац вођ šef");
  }

  /** Words for anybody, which are no role. */
  private static final Set<String> ANYBODY =
      Set.of(
          "person",
          "persons",
          "people",
          "personne",
          "personnes",
          "individual",
          "individu",
          "osoba",
          "osobe",
          "lice",
          "особа",
          "особе",
          "лице",
          "actor",
          "node");

  private KindWords() {}

  private static void put(ActorKind kind, String stems) {
    STEMS.put(kind, List.of(String.join(" ", Roles.split(stems)).split(" ", -1)));
  }

  /** The kind of the first word that is known; a bank account is one whatever comes first. */
  static Optional<ActorKind> guess(String value) {
    Optional<ActorKind> code = ActorKind.of(value);
    if (code.isPresent()) {
      return code;
    }
    List<String> words = Roles.split(value);
    if (words.stream().anyMatch(word -> says(ActorKind.BANK_ACCOUNT, word))) {
      return Optional.of(ActorKind.BANK_ACCOUNT);
    }
    for (String word : words) {
      for (ActorKind kind : STEMS.keySet()) {
        if (says(kind, word)) {
          return Optional.of(kind);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean says(ActorKind kind, String word) {
    return STEMS.getOrDefault(kind, List.of()).stream()
        .anyMatch(stem -> stem.length() < STEM ? word.equals(stem) : word.startsWith(stem));
  }

  /** Whether a value says something of a person beyond that they are one. */
  static boolean isRole(String value) {
    List<String> words = Roles.split(value);
    return !words.isEmpty() && !ANYBODY.containsAll(words);
  }

  /** Whether a name looks like a telephone number. */
  static boolean isNumber(String label) {
    return DIGITS.matcher(label.strip()).matches();
  }
}
