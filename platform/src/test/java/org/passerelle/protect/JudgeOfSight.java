package org.passerelle.protect;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Knows from when on a case is closed to all but named colleagues. Called by {@link CaseHands}. */
final class JudgeOfSight {
  private final Judge judge;
  private final Map<UUID, Long> closed = new ConcurrentHashMap<>();

  /** When it was last opened to more people. */
  private final Map<UUID, Long> opened = new ConcurrentHashMap<>();

  /** How many are opening it now: it may be open before they say so. */
  private final Map<UUID, Integer> opening = new ConcurrentHashMap<>();

  JudgeOfSight(Judge judge) {
    this.judge = judge;
  }

  void closed(UUID caseId) {
    closed.put(caseId, judge.now());
  }

  /** Opens a case to more people; while this lasts, nobody can say who sees it. */
  void opening(UUID caseId, Runnable act) {
    opening.merge(caseId, 1, Integer::sum);
    try {
      act.run();
    } finally {
      opened.put(caseId, judge.now());
      opening.merge(caseId, -1, Integer::sum);
    }
  }

  /** Whether a supervisor outside the team must not see a case that was read at this time. */
  boolean isClosedSince(UUID caseId, long began) {
    // before the time is looked up, since one who ends now has noted it
    boolean uncertain = opening.getOrDefault(caseId, 0) > 0;
    Long since = closed.get(caseId);
    return !uncertain && since != null && since < began && opened.getOrDefault(caseId, 0L) < since;
  }
}
