package org.passerelle.evidence;

import java.io.IOException;
import java.util.Optional;
import org.passerelle.evidence.internal.PdfRefusals;

/** Why a PDF cannot be an exhibit of a case file as it is. */
public enum PdfProblem {
  /** It needs a password, or forbids something without one. */
  ENCRYPTED,
  /** It contains JavaScript, active forms (XFA) or active media, or starts programs. */
  ACTIVE,
  /** It is no PDF, or a damaged one. */
  UNREADABLE;

  /**
   * The problem of a PDF; empty if there is none. Nothing of it is written readably to a disk.
   *
   * @throws IOException if the content cannot be read
   */
  public static Optional<PdfProblem> of(Content content) throws IOException {
    return PdfRefusals.problem(content);
  }
}
