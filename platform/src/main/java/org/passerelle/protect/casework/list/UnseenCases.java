package org.passerelle.protect.casework.list;

import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;

/** Which cases the list marks as having news; answered by what knows of news. */
public interface UnseenCases {
  /** Cases of which the reader has not seen everything that others did. */
  Set<UUID> cases(SignedIn who);
}
