package org.passerelle.protect.casework.phone;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.answers.BroughtAnswers;

/** Processes records of one kind; each kind is one bean. */
interface RecordProcessor {
  /** Result if nothing is stored because what it belongs to was erased. */
  String ENDED = "ended";

  /** The kind, one of those in {@link DeliveredRecord}. */
  String kind();

  /**
   * Processes a record within the transaction of its delivery.
   *
   * @param officer author, or the user who accepts it for them
   * @param anyway whether a user decided to accept it although the visit was reported meanwhile
   */
  Became take(DeliveredRecord record, RecordTimes recordTimes, SignedIn officer, boolean anyway);

  /**
   * Result of processing.
   *
   * @param why why it waits, or empty
   * @param waitsFor record that must arrive first, or null
   * @param key key below which its content is encrypted; null for a key of its own
   * @param notTaken answers that could not be processed
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
     * It waits for a user's decision.
     *
     * @param caseId its case, if known
     */
    static Became kept(String why, @Nullable UUID caseId) {
      return new Became(why, null, caseId, null, null, List.of());
    }

    /** It waits for another record. */
    static Became waiting(UUID record) {
      return new Became("record", null, null, record, null, List.of());
    }

    /** The visit or case that it belongs to was erased, so nothing is stored. */
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
