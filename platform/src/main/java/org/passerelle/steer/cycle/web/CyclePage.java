package org.passerelle.steer.cycle.web;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Page;
import org.passerelle.steer.cycle.Comment;
import org.passerelle.steer.cycle.CycleDocument;
import org.passerelle.steer.cycle.Decision;
import org.passerelle.steer.cycle.Difference;
import org.passerelle.steer.cycle.Summaries;

/**
 * A report or programme.
 *
 * @param title title with its year
 * @param seats every body of the committee with its decision
 * @param seat the user's body, or empty
 * @param mayEdit whether the user may edit it now
 * @param form the input
 */
public record CyclePage(
    CycleDocument document,
    String title,
    List<Part> parts,
    List<Seat> seats,
    List<Comment> remarks,
    String seat,
    boolean mayEdit,
    boolean manager,
    Filled form) {
  public CyclePage {
    parts = List.copyOf(parts);
    seats = List.copyOf(seats);
    remarks = List.copyOf(remarks);
  }

  /** Address of its public summary; empty unless this version is approved and has one. */
  public String publicAt() {
    return document.state() == CycleDocument.State.APPROVED
            && parts.stream().anyMatch(Part::isSummary)
        ? SummaryPages.href(document)
        : "";
  }

  /** Labels of the fields of a section and of a submission; empty for others. */
  public static UnaryOperator<String> labels(Page page) {
    return field -> {
      String[] parts = field.split("\\.", 2);
      return parts.length == 2
          ? page.text("register.language." + parts[1]) + ", " + page.text("cycle." + parts[0])
          : field.equals("session") ? page.text("cycle.session.day") : "";
    };
  }

  /** A row of the list. */
  public record Line(
      CycleDocument document, String title, int approved, int members, boolean awaitsReader) {}

  /**
   * A section.
   *
   * @param open whether a text is missing or outdated in some language
   */
  public record Part(
      String key, String heading, List<String> paragraphs, List<Comment> comments, boolean open) {
    public Part {
      paragraphs = List.copyOf(paragraphs);
      comments = List.copyOf(comments);
    }

    /** Whether everybody reads it once it is approved. */
    public boolean isSummary() {
      return key.equals(Summaries.KEY);
    }
  }

  /** A body of the committee. */
  public record Seat(String name, Optional<Decision> decision) {}

  /** A section in two versions. */
  public record Changed(String heading, List<Difference.Piece> pieces) {
    public Changed {
      pieces = List.copyOf(pieces);
    }

    /** Whether the versions differ. */
    public boolean differs() {
      return pieces.stream().anyMatch(p -> p.change() != Difference.Change.SAME);
    }
  }
}
