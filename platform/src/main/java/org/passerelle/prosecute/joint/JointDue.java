package org.passerelle.prosecute.joint;

import java.time.Instant;
import java.time.LocalDate;
import org.passerelle.language.Moments;

/**
 * Something in a joint team that waits for the reader, or runs out. Without any text that somebody
 * wrote, since it stands on first pages.
 *
 * @param kind its text is {@code joint.due.KIND}
 * @param called what the team, or an exhibit, is called, such as {@code JIT-0A1B2C3D}
 * @param day last day
 * @param at address of the page where it is done
 */
public record JointDue(String kind, String called, LocalDate day, String at) {
  /** Key of the text that says what it is about, by what that is called. */
  public String of() {
    return kind.equals("exhibit") ? "joint.due.of-exhibit" : "joint.due.of";
  }

  /** When it runs out for a reader. */
  public Instant due(Moments moments) {
    return moments.end(day);
  }
}
