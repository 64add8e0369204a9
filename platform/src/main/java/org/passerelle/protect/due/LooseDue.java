package org.passerelle.protect.due;

import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Texts;

/**
 * What waits for an organisation and belongs to no case of its own yet, such as a referral that
 * came in: few at any time, so asked whenever somebody looks.
 */
public interface LooseDue {
  /** What the reader may answer or decide, each with its moment. */
  List<DueThing> waiting(SignedIn who, Texts texts);
}
