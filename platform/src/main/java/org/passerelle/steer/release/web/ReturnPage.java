package org.passerelle.steer.release.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A yearly return of one year.
 *
 * @param title who asks for it
 * @param missing what they ask for and is not recorded
 * @param articles what it rests on
 * @param parts its tables by population; while a request waits, those of the request
 * @param codes codes of the recipient
 * @param seen digest of what is shown; empty if nothing may be asked for
 * @param waiting the request that waits; null if there is none
 */
public record ReturnPage(
    Heading heading,
    String missing,
    List<Article> articles,
    List<Part> parts,
    List<Codes> codes,
    String seen,
    ReleasePage.@Nullable Waiting waiting,
    List<Released> released) {
  public ReturnPage {
    articles = List.copyOf(articles);
    parts = List.copyOf(parts);
    codes = List.copyOf(codes);
    released = List.copyOf(released);
  }

  /** Who asks for it, when, and its address. */
  public record Heading(String title, String period, String href) {}

  /**
   * An article or a questionnaire; verified once somebody has read it and says so by name.
   *
   * @param href its entry in the register; empty if it was retired, or never entered
   */
  public record Article(String title, String href, boolean verified) {}

  /**
   * The tables of a population.
   *
   * @param id prefix of their ids
   * @param nobody whether nobody is recorded
   * @param blocked the cells that keep them from being published
   */
  public record Part(
      String id, String title, boolean nobody, List<FigureView> tables, List<String> blocked) {
    public Part {
      tables = List.copyOf(tables);
      blocked = List.copyOf(blocked);
    }
  }

  /**
   * How the codes of a variable become those of the recipient.
   *
   * @param others labels of what becomes “other”
   */
  public record Codes(String variable, List<Code> codes, List<String> others) {
    public Codes {
      codes = List.copyOf(codes);
      others = List.copyOf(others);
    }
  }

  /** A code. */
  public record Code(String ours, String theirs) {}

  /** A part that was released. */
  public record Released(int number, String title, Instant at) {}

  /** A return with the years for which it can be made. */
  public record Line(String title, List<Year> years) {
    public Line {
      years = List.copyOf(years);
    }
  }

  /**
   * A year.
   *
   * @param state {@code waits}, {@code released} or empty
   */
  public record Year(int year, String href, String state) {}
}
