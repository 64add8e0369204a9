package org.passerelle.protect.cases;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;

/**
 * Where the person stands in one respect: whether they are safe, who speaks for them, what is
 * planned. The clauses of all respects make the one sentence above a case, and what is missing at
 * this stage is listed below it, each with the page where it begins. Each respect is one bean.
 */
public interface CaseStanding {

  /** How this respect stands, for a reader who sees the case. */
  Standing of(Case file, SignedIn who, Page page);

  /**
   * One respect.
   *
   * @param clause nothing where there is nothing to say
   * @param missing what whoever works on the case would begin next
   */
  record Standing(Optional<Clause> clause, List<Missing> missing) {
    /** Nothing to say. */
    public static final Standing NONE = new Standing(Optional.empty(), List.of());

    public Standing {
      missing = List.copyOf(missing);
    }

    /** A clause, and what is missing if anything is. */
    public static Standing of(Clause clause, @Nullable Missing missing) {
      return new Standing(Optional.of(clause), missing == null ? List.of() : List.of(missing));
    }

    /** Only something that is missing. */
    public static Standing missing(Missing missing) {
      return new Standing(Optional.empty(), List.of(missing));
    }
  }

  /**
   * A clause that can stand in one sentence with others: no capital, no full stop.
   *
   * @param order place in the sentence, smallest first; safety is 10, guardian 20, plan 30,
   *     follow-up 40, deadlines 50
   * @param tone {@code late}, {@code soon}, or empty
   * @param path of the part of the case where it is read, or an address of its own that begins with
   *     a slash, or empty
   */
  record Clause(int order, String text, String tone, String path) {}

  /**
   * Something missing.
   *
   * @param order what is to be begun first, smallest first
   * @param what in a few words
   * @param why it matters for this person now
   * @param path below the case's address, where it begins
   * @param begin words of the link
   */
  record Missing(int order, String what, String why, String path, String begin) {

    /** With the words under a key: {@code key}, {@code key.why} and {@code key.do}. */
    public static Missing of(int order, String key, String path, Page page) {
      return new Missing(
          order, page.text(key), page.text(key + ".why"), path, page.text(key + ".do"));
    }
  }
}
