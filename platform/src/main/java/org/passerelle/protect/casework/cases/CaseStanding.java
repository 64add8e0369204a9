package org.passerelle.protect.casework.cases;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;

/**
 * The status of the person in one respect, such as safety, guardianship or plan. The clauses of all
 * respects form the summary sentence above a case; what is missing at this stage is listed below it
 * with links to the pages where it can be started. Each respect is one bean.
 */
public interface CaseStanding {

  /** Status in this respect, for a reader who sees the case. */
  Standing of(Case file, SignedIn who, Page page);

  /**
   * Status in one respect.
   *
   * @param clause empty if there is nothing to say
   * @param missing next things for the team to start
   */
  record Standing(Optional<Clause> clause, List<Missing> missing) {
    /** No status to show. */
    public static final Standing NONE = new Standing(Optional.empty(), List.of());

    public Standing {
      missing = List.copyOf(missing);
    }

    /** A clause, and something missing if not null. */
    public static Standing of(Clause clause, @Nullable Missing missing) {
      return new Standing(Optional.of(clause), missing == null ? List.of() : List.of(missing));
    }

    /** A missing item without a clause. */
    public static Standing missing(Missing missing) {
      return new Standing(Optional.empty(), List.of(missing));
    }
  }

  /**
   * A clause of the summary sentence, without capital letter and full stop.
   *
   * @param order position in the sentence, smallest first; safety is 10, guardian 20, plan 30,
   *     follow-up 40, deadlines 50
   * @param tone {@code late}, {@code soon}, or empty
   * @param path path of the part of the case with details, or a URL that begins with a slash, or
   *     empty
   */
  record Clause(int order, String text, String tone, String path) {}

  /**
   * A missing item.
   *
   * @param order priority, smallest first
   * @param what short description
   * @param why why it matters for this person now
   * @param path path below the URL of the case where it is started
   * @param begin label of the link
   */
  record Missing(int order, String what, String why, String path, String begin) {

    /** Reads the texts {@code key}, {@code key.why} and {@code key.do}. */
    public static Missing of(int order, String key, String path, Page page) {
      return new Missing(
          order, page.text(key), page.text(key + ".why"), path, page.text(key + ".do"));
    }
  }
}
