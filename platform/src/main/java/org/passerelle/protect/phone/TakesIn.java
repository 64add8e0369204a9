package org.passerelle.protect.phone;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.BroughtAnswers;

/** What becomes of records of one kind; each kind is one bean. */
interface TakesIn {
  /** Why nothing is kept of a record: what it belongs to was erased. */
  String ENDED = "ended";

  /** One of the kinds of {@link Brought}. */
  String kind();

  /**
   * Takes one over, within the transaction of the hand-in.
   *
   * @param officer who filled it in, or whoever takes it over for them
   * @param anyway whether somebody has decided to take it although it was told meanwhile
   */
  Became take(Brought record, Made made, SignedIn officer, boolean anyway);

  /**
   * What it became.
   *
   * @param why it is only kept, or empty
   * @param waitsFor record that must come first, or null
   * @param key under which what is kept of it lies; null where it has no other than its own
   * @param notTaken answers that could not be taken
   */
  record Became(
      String why,
      @Nullable UUID screening,
      @Nullable UUID caseId,
      @Nullable UUID waitsFor,
      @Nullable UUID key,
      List<BroughtAnswers.NotTaken> notTaken) {
    public Became {
      notTaken = List.copyOf(notTaken);
    }

    static Became screening(UUID screening, List<BroughtAnswers.NotTaken> notTaken) {
      return new Became("", screening, null, null, screening, notTaken);
    }

    static Became ofCase(UUID caseId, List<BroughtAnswers.NotTaken> notTaken) {
      return new Became("", null, caseId, null, caseId, notTaken);
    }

    /**
     * Somebody must look at it.
     *
     * @param caseId that it is about, where that is known
     */
    static Became kept(String why, @Nullable UUID caseId) {
      return new Became(why, null, caseId, null, null, List.of());
    }

    /** Another record must come first. */
    static Became waiting(UUID record) {
      return new Became("record", null, null, record, null, List.of());
    }

    /** What it belongs to was erased: nothing of it is kept. */
    static Became ended() {
      return new Became(ENDED, null, null, null, null, List.of());
    }

    boolean isEnded() {
      return why.equals(ENDED);
    }

    boolean isKept() {
      return !why.isEmpty();
    }
  }
}
