package org.passerelle.prevent.watch;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.passerelle.language.PhoneDigits;
import org.passerelle.language.SerbianScript;

/**
 * Words as they are compared: without regard to script, accents, letter case, spaces and invisible
 * characters; addresses without scheme, {@code www}, tracking parameters and what follows a hash;
 * telephones by their last digits. Immutable.
 *
 * <pre>{@code
 * ComparedWords.of("https://www.example.org/Elite.Jobs/?fbclid=1").key() // example.org/elite.jobs
 * }</pre>
 */
final class ComparedWords {
  /** Shorter words are found everywhere. */
  private static final int SHORTEST = 4;

  private static final int SHORTEST_NAME = 5;
  private static final int SHORTEST_PHONE = 6;
  private static final int FEWEST = 3;
  private static final double ALIKE = 0.6;
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\t\\r]]");
  private static final Pattern ACCENT = Pattern.compile("\\p{Mn}+");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern SCHEME = Pattern.compile("\\b(?:https?|hxxps?)://");
  private static final Pattern WWW = Pattern.compile("(?<![\\p{L}\\p{N}.])www\\.");
  private static final Pattern TRACKING =
      Pattern.compile("(?<=[?&])(?:utm_\\w{1,20}|fbclid|gclid|igshid|igsh|si)=[^&#\\s]*&?");
  private static final Pattern BOOKMARK = Pattern.compile("#\\S*");
  private static final Pattern END = Pattern.compile("[?&/]+(?=\\s|$)");
  private static final Pattern AT = Pattern.compile("(?<![\\p{L}\\p{N}])@");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9](?:[ ()/.\\-]{0,3}[0-9]){5,17}");
  private static final Pattern NAME = Pattern.compile("(?:^|[/=])([^/?=&]+)$");
  private final String plain;
  private final String address;
  private final String words;

  private ComparedWords(String plain, String address, String words) {
    this.plain = plain;
    this.address = address;
    this.words = words;
  }

  static ComparedWords of(String typed) {
    String unified = Normalizer.normalize(typed, Normalizer.Form.NFKC);
    String latin = SerbianScript.latin(INVISIBLE.matcher(unified).replaceAll(""));
    String lower = latin.toLowerCase(Locale.ROOT);
    String bare = ACCENT.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    String plain = SPACES.matcher(bare.replace("đ", "dj")).replaceAll(" ").strip();
    return new ComparedWords(plain, address(plain), NO_WORD.matcher(plain).replaceAll(" ").strip());
  }

  private static String address(String plain) {
    String short1 = WWW.matcher(SCHEME.matcher(plain).replaceAll("")).replaceAll("");
    String short2 = BOOKMARK.matcher(TRACKING.matcher(short1).replaceAll("")).replaceAll("");
    return AT.matcher(END.matcher(short2).replaceAll("")).replaceAll("");
  }

  /** What makes two entries of a kind the same; empty if nothing can be compared. */
  String key(String kind) {
    if (kind.equals("phone")) {
      String digits = PhoneDigits.of(plain);
      return digits.length() < SHORTEST_PHONE ? "" : digits;
    }
    return isAddress() ? address : words;
  }

  /** An account, an address or a single word: its dots and hyphens count. */
  private boolean isAddress() {
    return address.indexOf(' ') < 0;
  }

  /** Whether these words, of an entry of a kind, stand in a text. */
  boolean standsIn(ComparedWords text, String kind) {
    String key = key(kind);
    if (kind.equals("phone")) {
      return !key.isEmpty() && text.phones().contains(key);
    }
    if (key.length() < SHORTEST) {
      return false;
    }
    if (!isAddress()) {
      return (" " + text.words + " ").contains(" " + key + " ");
    }
    return isBounded(text.address, key)
        || (kind.equals("account") && isPath() && isBounded(text.plain, "@" + name()));
  }

  /** Whether two entries are nearly the same, of whatever kind. */
  boolean isNear(String kind, ComparedWords other, String otherKind) {
    if (key(kind).equals(other.key(otherKind))) {
      return true;
    }
    return (!kind.equals("platform") && standsIn(other, kind))
        || (!otherKind.equals("platform") && other.standsIn(this, otherKind))
        || (!kind.equals("phone")
            && !otherKind.equals("phone")
            && (hasNameOf(other) || sharesWordsWith(other)));
  }

  /** The same name but for dots, hyphens and a number at its end, as evaders change it. */
  private boolean hasNameOf(ComparedWords other) {
    String one = bareName();
    return one.length() >= SHORTEST_NAME
        && isAddress()
        && other.isAddress()
        && one.equals(other.bareName());
  }

  private String bareName() {
    String bare = NO_WORD.matcher(name()).replaceAll("");
    return bare.replaceFirst("[0-9]+$", "");
  }

  private boolean sharesWordsWith(ComparedWords other) {
    Set<String> one = set(words);
    Set<String> two = set(other.words);
    if (isAddress() || other.isAddress() || one.size() < FEWEST || two.size() < FEWEST) {
      return false;
    }
    long shared = one.stream().filter(two::contains).count();
    return shared >= ALIKE * (one.size() + two.size() - shared);
  }

  private static Set<String> set(String words) {
    return Arrays.stream(words.split(" ")).collect(Collectors.toUnmodifiableSet());
  }

  private boolean isPath() {
    return address.indexOf('/') > 0 && name().length() >= SHORTEST_NAME;
  }

  /** The last part of an address: the name of the account. */
  private String name() {
    return NAME.matcher(address).results().map(found -> found.group(1)).findFirst().orElse("");
  }

  private Set<String> phones() {
    return PHONE
        .matcher(plain)
        .results()
        .map(MatchResult::group)
        .map(PhoneDigits::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isBounded(String text, String words) {
    for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      if (!goesOn(text, at - 1, -1) && !goesOn(text, at + words.length(), 1)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name goes on there; a full stop ends a sentence unless a letter follows it. */
  private static boolean goesOn(String text, int at, int step) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char sign = text.charAt(at);
    if (sign == '.') {
      int beyond = at + step;
      return beyond >= 0
          && beyond < text.length()
          && Character.isLetterOrDigit(text.charAt(beyond));
    }
    return Character.isLetterOrDigit(sign) || sign == '_' || sign == '-';
  }
}
