package org.passerelle.steer.letter.web;

import gg.jte.Content;
import java.util.List;
import org.passerelle.language.PartialDate;
import org.passerelle.pages.Page;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.steer.letter.Letters;
import org.passerelle.steer.letter.Releases;

/** What the templates of the archive show. */
public final class ArchivePage {
  private ArchivePage() {}

  /**
   * An issue in the list.
   *
   * @param files of its latest version
   * @param versions every version, latest first, with digests and withdrawals
   */
  public record Issue(
      int number,
      String theme,
      String date,
      List<Releases.Digested> files,
      List<Releases.Release> versions) {}

  /** An edition on its page; the article is the very text that was released. */
  public record Shown(
      int number, String language, String title, int version, String digest, String article) {
    /** The article as it stands, written by the house itself when it was released. */
    public Content content() {
      return output -> output.writeContent(article);
    }

    /** Whether the article carries pictures of its own. */
    public boolean hasPictures() {
      return article.contains("src=\"data:image/");
    }
  }

  static Issue issue(Releases.Release release, Facts facts, Releases releases, Page page) {
    Entry letter = facts.find("letter", release.letter()).orElse(null);
    return new Issue(
        release.number(),
        letter == null ? "" : letter.name().in(page.language()),
        letter == null ? "" : letter.date("date").map(d -> month(d, page)).orElse(""),
        release.digests(),
        releases.of(release.letter()));
  }

  static Shown edition(Releases.Edited edition, String article) {
    return new Shown(
        edition.release().number(),
        edition.of().language(),
        edition.of().title(),
        edition.release().version(),
        edition.of().digest(),
        article);
  }

  /** The editions of a form, in the order of the languages. */
  public static List<Releases.Digested> of(List<Releases.Digested> all, Letters.Form form) {
    return all.stream().filter(d -> d.form() == form).toList();
  }

  static String month(PartialDate date, Page page) {
    return page.moments().partial(date);
  }
}
