package org.passerelle.linkage.names.internal;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The words of a written name, and which of them are no names. Threads may share it. */
final class NameWords {
  /** No name is longer; what a field holds beyond is not read. */
  static final int LONGEST_NAME = 1_000;

  /** No word of a name is longer. */
  static final int LONGEST_WORD = 80;

  private static final String SEPARATORS = ",;/()\"«»“”_-‐–—・'.|&";
  private final Set<String> soft = new HashSet<>();
  private final Set<String> left = new HashSet<>();
  private final Set<String> unknown = new HashSet<>();
  private final Set<String> firstNames = new HashSet<>();
  private final String[] compounds;
  private final LookAlikes lookAlikes;

  NameWords(LookAlikes lookAlikes) {
    this.lookAlikes = lookAlikes;
    RuleFile file = RuleFile.read("names/words.yaml");
    RuleFile titles = file.part("titles");
    addAll(soft, file.part("religion").lists().values());
    addAll(soft, List.of(titles.texts("office"), titles.texts("rank")));
    left.addAll(soft);
    addAll(left, titles.lists().values());
    addAll(left, file.part("particles").lists().values());
    addAll(left, List.of(file.texts("generation"), file.texts("also")));
    addAll(firstNames, List.of(file.texts("first_names_too")));
    addAll(unknown, List.of(file.texts("unknown")));
    compounds =
        Stream.concat(left.stream(), unknown.stream())
            .filter(w -> w.length() > 2 && w.chars().anyMatch(c -> c == '-' || c == '/'))
            .toArray(String[]::new);
  }

  private static void addAll(Set<String> into, Collection<List<String>> lists) {
    lists.forEach(list -> list.forEach(word -> into.add(bare(word))));
  }

  /** How words are looked up: folded, without full stops. */
  static String bare(String word) {
    return Letters.folded(Letters.nfc(word)).replace(".", "");
  }

  /** The words that are compared, in their order; never none where any was written. */
  List<String> of(String name) {
    return of(raw(name));
  }

  /** The same, of a name already taken apart. */
  List<String> of(List<String> raw) {
    List<String> names = new ArrayList<>(raw.size());
    List<String> more = new ArrayList<>(raw.size());
    for (int i = 0; i < raw.size(); i++) {
      String word = raw.get(i);
      String bare = bare(word);
      if (unknown.contains(bare)) {
        continue;
      }
      boolean isName = !left.contains(bare);
      if (isName) {
        names.add(word);
      }
      if (isName || soft.contains(bare) || (i == 0 && firstNames.contains(bare))) {
        more.add(word);
      }
    }
    List<String> kept = names.size() < 2 ? more : names;
    return withoutEcho(kept.isEmpty() ? raw : kept);
  }

  /** A word just said is not said again. */
  private static List<String> withoutEcho(List<String> words) {
    List<String> out = new ArrayList<>(words.size());
    String before = "";
    for (String word : words) {
      String lower = Letters.lower(word);
      if (!lower.equals(before)) {
        out.add(word);
      }
      before = lower;
    }
    return out;
  }

  /** No title, particle or other word that stands beside names. */
  boolean isName(String word) {
    return !left.contains(bare(word));
  }

  /** Every word as it is written, letters of another script that look alike put right. */
  List<String> raw(String name) {
    String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    String text = Normalizer.normalize(cut, Form.NFKC);
    if (Script.of(text) == Script.CYRL) {
      // marks of stress; ѓ and ќ are letters of their own in NFC
      text = text.replace("\u0301", "");
    }
    List<String> words = new ArrayList<>(4);
    StringBuilder word = new StringBuilder(16);
    boolean holdsCompound = text.indexOf('-') >= 0 || text.indexOf('/') >= 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String compound = holdsCompound && word.length() == 0 ? compoundAt(text, i) : "";
      if (!compound.isEmpty()) {
        words.add(compound);
        i += compound.length() - 1;
        continue;
      }
      if (isApostrophe(c) && between(text, i)) {
        continue;
      }
      if (separates(c)) {
        end(words, word);
      } else {
        boolean last = i + 1 == text.length() || separates(text.charAt(i + 1));
        if (i > 0 && !last && capitalAfterSmall(text.charAt(i - 1), c)) {
          end(words, word);
        }
        word.append(c);
      }
    }
    end(words, word);
    return words;
  }

  /** A title that holds a separator itself, such as г-н, standing at this place as a whole. */
  private String compoundAt(String text, int at) {
    if (at > 0 && !Character.isWhitespace(text.charAt(at - 1))) {
      return "";
    }
    for (String compound : compounds) {
      int end = at + compound.length();
      if (text.regionMatches(true, at, compound, 0, compound.length())
          && (end == text.length() || separates(text.charAt(end)))) {
        return text.substring(at, end);
      }
    }
    return "";
  }

  private void end(List<String> words, StringBuilder word) {
    if (word.length() > 0) {
      int most = Math.min(word.length(), LONGEST_WORD);
      words.add(lookAlikes.repaired(forwards(word.substring(0, most))));
      word.setLength(0);
    }
  }

  /** A word that ends with its capital was written from right to left. */
  private static String forwards(String word) {
    int last = word.length() - 1;
    if (last < 3 || !Character.isUpperCase(word.charAt(last))) {
      return word;
    }
    for (int i = 0; i < last; i++) {
      if (!Character.isLowerCase(word.charAt(i))) {
        return word;
      }
    }
    return new StringBuilder(word).reverse().toString();
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’' || c == '`';
  }

  private static boolean between(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }

  private static boolean separates(char c) {
    return c <= ' '
        || isApostrophe(c)
        || SEPARATORS.indexOf(c) >= 0
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c);
  }

  /** SergeiLavrov. */
  private static boolean capitalAfterSmall(char before, char c) {
    return Character.isUpperCase(c)
        && Character.isLowerCase(before)
        && Script.ofLetter(before) == Script.LATN
        && Script.ofLetter(c) == Script.LATN;
  }
}
