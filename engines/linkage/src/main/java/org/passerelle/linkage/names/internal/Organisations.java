package org.passerelle.linkage.names.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.passerelle.linkage.names.Comparison;
import org.passerelle.linkage.names.Reason;
import org.passerelle.linkage.names.Reason.Kind;
import org.passerelle.linkage.names.WordDecision;

/** Names of organisations: letters and words without the legal form. Threads may share it. */
final class Organisations {
  private static final Pattern STOP_IN_INITIALS =
      Pattern.compile(
          "(?<=(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}])\\.(?=[\\p{L}\\p{N}](?![\\p{L}\\p{N}]))");
  private static final Pattern NO_WORD_OR_AND = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_& ]");
  private static final double SWAP = 0.6;

  private record Parts(List<String> words, Set<String> kinds) {}

  private final LegalForms legalForms;
  private final Map<String, String> phrases = new LinkedHashMap<>();
  private final Set<String> joining = new HashSet<>();
  private final Set<String> weak = new HashSet<>();
  private final Map<String, String> same = new HashMap<>();
  private final Map<String, String> numbers = new HashMap<>();
  private final Weights.Organisation weights;

  Organisations(NameWords words, Weights.Organisation weights) {
    this.weights = weights;
    RuleFile file = RuleFile.read("names/organisations.yaml");
    legalForms = new LegalForms(file, words, weights.misspeltForm());
    file.texts("joining_words").forEach(word -> joining.add(NameWords.bare(word)));
    file.texts("weak_words").forEach(word -> weak.add(NameWords.bare(word)));
    for (List<String> forms : file.textLists("same_words")) {
      String first = NameWords.bare(forms.get(0));
      forms.stream()
          .filter(form -> form.indexOf(' ') > 0)
          .forEach(form -> phrases.put(" " + NameWords.bare(form) + " ", " " + first + " "));
      forms.forEach(form -> same.put(NameWords.bare(form), NameWords.bare(forms.get(0))));
    }
    numbers.putAll(file.part("ordinals").pairs());
    numbers.putAll(file.part("numbers").pairs());
  }

  /** A legal form says that a name is not a person's. */
  boolean looksLikeOne(String name) {
    return legalForms.in(name);
  }

  /** The words without legal form, in small letters without marks, and the kinds of the forms. */
  private Parts parts(String name) {
    String apart = STOP_IN_INITIALS.matcher(name.replace("&", " & ")).replaceAll("");
    String folded = Letters.folded(Letters.nfc(apart)).replace("'", "").replace("’", "");
    String all =
        " " + NO_WORD_OR_AND.matcher(folded).replaceAll(" ").strip().replaceAll("\\s+", " ") + " ";
    String text = all;
    for (Map.Entry<String, String> phrase : phrases.entrySet()) {
      text = text.replace(phrase.getKey(), phrase.getValue());
    }
    Set<String> found = new HashSet<>();
    List<String> kept = new ArrayList<>(split(legalForms.without(text, found)));
    kept.removeIf(word -> legalForms.isOneMisspelt(word, found));
    List<String> out = new ArrayList<>();
    for (String word : kept.isEmpty() ? split(all) : kept) {
      String one = same.getOrDefault(word, word);
      String number = numbers.getOrDefault(one, one);
      if (!number.equals("the")) {
        add(out, number);
      }
    }
    found.remove("");
    return new Parts(initialsJoined(out), found);
  }

  private static List<String> split(String text) {
    return Arrays.stream(text.split(" ")).filter(w -> !w.isEmpty()).toList();
  }

  /** Forty four is 44. */
  private static void add(List<String> out, String word) {
    int last = out.size() - 1;
    if (last >= 0 && word.matches("\\d") && out.get(last).matches("\\d0")) {
      out.set(last, out.get(last).charAt(0) + word);
    } else {
      out.add(word);
    }
  }

  /** A B C is one word. */
  private static List<String> initialsJoined(List<String> words) {
    List<String> out = new ArrayList<>();
    boolean running = false;
    for (String word : words) {
      boolean letter =
          word.codePointCount(0, word.length()) == 1
              && word.codePoints().allMatch(Character::isLetter);
      if (letter && running) {
        out.set(out.size() - 1, out.get(out.size() - 1) + word);
      } else {
        out.add(word);
        running = letter;
      }
    }
    return out;
  }

  /** The words without legal form. */
  List<String> words(String name) {
    return parts(name).words;
  }

  /** Both written in one script, so that letters can be compared. */
  boolean comparable(String left, String right) {
    return Script.of(String.join("", words(left))) == Script.of(String.join("", words(right)));
  }

  Comparison compare(String left, String right) {
    Parts one = parts(left);
    Parts other = parts(right);
    double kind =
        one.kinds.isEmpty()
                || other.kinds.isEmpty()
                || one.kinds.stream().anyMatch(other.kinds::contains)
            ? 0
            : weights.otherKind();
    List<String> a = one.words;
    List<String> b = other.words;
    String lettersA = String.join("", a);
    String lettersB = String.join("", b);
    double length = (lettersA.length() + lettersB.length()) / 2.0;
    double r = EditDistance.between(lettersA, lettersB, SWAP) / Math.max(length, 1);
    if (r == 0 && length > 0) {
      return judged(a, b, weights.lettersAtZero() - kind, 0);
    }
    double z1 = weights.lettersAtZero() - r * weights.perUnit();
    double leftOver = leftOver(a, b);
    double share = leftOver / Math.max(letters(a) + letters(b), 1);
    double z2 = weights.wordsAtZero() - weights.perShare() * share;
    double z = Math.min(z1, z2 + weights.support());
    if (leftOver == 0 && r < 0.3) {
      z = Math.max(z, z2);
    }
    if (!a.isEmpty() && a.stream().sorted().toList().equals(b.stream().sorted().toList())) {
      z = Math.max(z, weights.allWordsEqual());
    }
    if (areInitials(a, b) || areInitials(b, a)) {
      z = Math.max(z, weights.initials());
    }
    return judged(a, b, Math.max(z, -9) - kind, r);
  }

  /** UNHCR: the first letters of all words, or of those that initials do not pass over. */
  private boolean areInitials(List<String> one, List<String> words) {
    if (one.size() != 1 || words.size() < 3 || one.get(0).length() < 3) {
      return false;
    }
    StringBuilder all = new StringBuilder();
    StringBuilder some = new StringBuilder();
    for (String word : words) {
      all.append(word.charAt(0));
      some.append(joining.contains(word) ? "" : word.substring(0, 1));
    }
    return one.get(0).contentEquals(all) || one.get(0).contentEquals(some);
  }

  private static Comparison judged(List<String> a, List<String> b, double z, double r) {
    return new Comparison(
        z,
        List.of(
            new Reason(
                Kind.ORGANISATION,
                String.join(" ", a),
                String.join(" ", b),
                z,
                r,
                WordDecision.LETTERS)));
  }

  private double letters(List<String> words) {
    double sum = 0;
    for (String word : words) {
      sum += letters(word);
    }
    return sum;
  }

  private double letters(String word) {
    return (weak.contains(word) ? weights.weakWord() : 1) * word.length();
  }

  /** Letters of the words that have no like in the other name. */
  private double leftOver(List<String> a, List<String> b) {
    boolean[] used = new boolean[b.size()];
    double left = 0;
    for (String word : a) {
      int best = -1;
      double nearest = weights.wordNear();
      for (int j = 0; j < b.size(); j++) {
        double d =
            EditDistance.between(word, b.get(j), SWAP) / Math.max(word.length(), b.get(j).length());
        if (!used[j] && (d < nearest || (d == nearest && best < 0))) {
          nearest = d;
          best = j;
        }
      }
      if (best < 0) {
        left += letters(word);
      } else {
        used[best] = true;
      }
    }
    for (int j = 0; j < b.size(); j++) {
      left += used[j] ? 0 : letters(b.get(j));
    }
    return left;
  }
}
