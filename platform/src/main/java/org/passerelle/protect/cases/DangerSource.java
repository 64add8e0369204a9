package org.passerelle.protect.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.protect.Risk;
import org.passerelle.protect.Urgency;

/**
 * What tells how urgent a case is and how far its person may come to harm, as one part of the room
 * knows it. Each is one bean; the house asks whenever something was written into the journal of a
 * case and takes the gravest (decision 0079).
 */
public interface DangerSource {
  /** What is known now of some cases; nobody reads. */
  List<Sign> of(Collection<UUID> cases);

  /**
   * One sign.
   *
   * @param code of its sentence, {@code danger.CODE}
   * @param since from when it is so; a person's own judgement of before counts no longer against it
   */
  record Sign(UUID caseId, String code, Urgency urgency, Risk risk, Instant since) {}
}
