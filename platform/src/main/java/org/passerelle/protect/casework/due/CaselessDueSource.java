package org.passerelle.protect.casework.due;

import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Texts;

/**
 * Items that wait for an organisation and belong to no case yet, such as a received referral. There
 * are few at any time, so they are queried on each view.
 */
public interface CaselessDueSource {
  /** Items that the reader may answer or decide, with their deadlines. */
  List<DueThing> waiting(SignedIn who, Texts texts);
}
