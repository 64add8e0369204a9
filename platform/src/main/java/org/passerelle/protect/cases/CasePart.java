package org.passerelle.protect.cases;

import java.util.UUID;
import org.passerelle.access.SignedIn;

/**
 * A part of the case that another package of the room adds: its consents, its referrals. Each is
 * one bean.
 */
public interface CasePart {
  /** Place among the parts, smallest first. */
  int order();

  /** Key of its word in the language files. */
  String key();

  /** Last part of its address below the case's: {@code consents}. */
  String path();

  /** How many there are. */
  int count(UUID caseId, SignedIn who);
}
