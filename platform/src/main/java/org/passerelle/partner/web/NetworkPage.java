package org.passerelle.partner.web;

import java.time.LocalDate;
import java.util.List;
import org.passerelle.pages.Option;

/**
 * The network on a day: countries with their posts, projects and events, the posts that cover a
 * country, and inconsistencies.
 *
 * @param on the day
 * @param country country asked about, or empty
 * @param subject subject asked about, or empty
 * @param covering posts that cover it
 * @param footnotes footnotes of the countries named
 */
public record NetworkPage(
    LocalDate on,
    String country,
    String subject,
    List<Option> countries,
    List<Option> subjects,
    List<Post> covering,
    List<Row> rows,
    List<Post> posts,
    List<Link> types,
    List<Flagged> flags,
    List<String> footnotes) {
  public NetworkPage {
    countries = List.copyOf(countries);
    subjects = List.copyOf(subjects);
    covering = List.copyOf(covering);
    rows = List.copyOf(rows);
    posts = List.copyOf(posts);
    types = List.copyOf(types);
    flags = List.copyOf(flags);
    footnotes = List.copyOf(footnotes);
  }

  /** Link to a page. */
  public record Link(String text, String href, String meta) {}

  /**
   * A post.
   *
   * @param type short label of the type
   * @param place place in the register, or empty
   * @param where place or host in words
   * @param period beginning and end, in words
   */
  public record Post(
      String type, String function, String place, String where, String period, String href) {}

  /**
   * A country of the network.
   *
   * @param x position on the map, or 0 if it is outside
   * @param posts number of posts that cover it
   * @param projects number of projects that name it
   * @param events number of events held there
   */
  public record Row(
      String code,
      String name,
      String href,
      String since,
      double x,
      double y,
      int posts,
      int projects,
      int events) {
    /** Whether it is on the map. */
    public boolean onMap() {
      return x > 0;
    }
  }

  /** An inconsistency in a sentence. */
  public record Flagged(String text, List<Link> posts) {
    public Flagged {
      posts = List.copyOf(posts);
    }
  }
}
