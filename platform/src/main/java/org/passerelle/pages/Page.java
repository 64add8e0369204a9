package org.passerelle.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Language;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;

/**
 * What every template needs besides its own content.
 *
 * @param texts texts in the user's language
 * @param moments formats dates, times and numbers in the user's language and time zone
 * @param languages languages of the switch
 * @param who the user, or null on public pages
 * @param rooms modules that the user's roles open
 * @param room the current module: {@code protect}, or empty
 * @param path path of this page, without query
 * @param query query of this page with the leading question mark, or empty
 * @param csrf CSRF token for every form
 * @param onceToken makes a form that is submitted twice take effect once
 * @param demo whether the demonstration mark is shown
 * @param notice result of the last action, shown once at the top
 * @param dutyLine telephone of the organisation, day and night, or empty
 * @param house address of the pages that need an account: empty if they are here, null if it is not
 *     known
 * @param names transliterated names, for users who want them
 * @param kept the user's unsubmitted input on this page, newest first
 */
public record Page(
    Texts texts,
    Moments moments,
    List<Language> languages,
    @Nullable SignedIn who,
    List<Room> rooms,
    String room,
    String path,
    String query,
    String csrf,
    String onceToken,
    boolean demo,
    @Nullable Notice notice,
    String dutyLine,
    @Nullable String house,
    TransliteratedNames names,
    List<KeptForms.Kept> kept) {

  /** The page at another address, without input. */
  Page at(String address) {
    return at(address, List.of());
  }

  /** The page at another address, with its unsubmitted input. */
  Page at(String address, List<KeptForms.Kept> typed) {
    return new Page(
        texts, moments, languages, who, rooms, room, address, "", csrf, onceToken, demo, notice,
        dutyLine, house, names, typed);
  }

  /** The same page in another language, for a preview. */
  public Page in(Texts other) {
    return new Page(
        other,
        moments.in(other),
        languages,
        who,
        rooms,
        room,
        path,
        query,
        csrf,
        onceToken,
        demo,
        notice,
        dutyLine,
        house,
        names,
        kept);
  }

  /** A text in the user's language. */
  public String text(String key, Object... arguments) {
    return texts.text(key, arguments);
  }

  /**
   * Labels of several codes of a closed list, joined.
   *
   * @param prefix prefix of their keys, with its last dot
   */
  public String words(String prefix, List<String> codes) {
    return texts.series(codes.stream().map(code -> text(prefix + code)).toList());
  }

  /** The user's language. */
  public Language language() {
    return texts.language();
  }

  /** The subpages of the current module that the user's roles open. */
  public List<Room.Entry> entries() {
    return rooms.stream()
        .filter(r -> r.name().equals(room))
        .findFirst()
        .map(Room::entries)
        .orElse(List.of());
  }

  /** The address of this page for the language switch, as part of a query, including filters. */
  public String here() {
    return path + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  /** Whether the path belongs to a navigation entry. */
  public boolean isIn(String href) {
    return isBelow(href)
        && rooms.stream()
            .flatMap(r -> r.entries().stream())
            .noneMatch(e -> e.href().startsWith(href + "/") && isBelow(e.href()));
  }

  private boolean isBelow(String href) {
    return path.equals(href) || path.startsWith(href + "/");
  }

  /** Whether the user's navigation has an entry at this address. */
  public boolean opens(String href) {
    return rooms.stream().flatMap(r -> r.entries().stream()).anyMatch(e -> e.href().equals(href));
  }

  /** Whether the user may search cases. */
  public boolean searches() {
    return opens("/protect/cases");
  }

  /** The user's first role in words and the organisation, for the header. */
  public String roleAndOrganisation() {
    if (who == null) {
      return "";
    }
    Role role = who.roles().stream().min(Comparator.naturalOrder()).orElseThrow();
    return texts.text("role." + role.name().toLowerCase(Locale.ROOT))
        + ", "
        + who.organisationName();
  }

  /** First word of the user's name, for a greeting. */
  public String firstName() {
    return who == null ? "" : who.name().split(" ", -1)[0];
  }

  /** Initials for the header: the first letters of the first two words of the name. */
  public String initials() {
    if (who == null) {
      return "";
    }
    StringBuilder letters = new StringBuilder();
    for (String word : who.name().split("[ .]+", -1)) {
      if (!word.isEmpty() && letters.length() < 2) {
        letters.appendCodePoint(word.codePointAt(0));
      }
    }
    return letters.toString();
  }

  /**
   * A notice shown once after an action.
   *
   * @param kind {@code good}, {@code warn} or {@code danger}
   * @param text text in the user's language
   * @param undo identifier for undoing it, or null
   */
  public record Notice(String kind, String text, @Nullable UUID undo)
      implements java.io.Serializable {}
}
