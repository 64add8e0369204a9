package org.passerelle.prosecute.exhibit;

import java.util.Optional;
import java.util.UUID;
import org.passerelle.evidence.Digests;

/** What the content of an exhibit must measure, because another office measured it before. */
public interface ExpectedContent {
  /** The measurements; empty if any content can be taken in. */
  Optional<Digests> of(UUID exhibit);
}
