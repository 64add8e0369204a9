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
 * @param texts strings in the reader's language
 * @param moments dates, times and numbers in the reader's language and zone
 * @param languages those of the switch
 * @param who reads, or nobody on public pages
 * @param rooms those that the reader's roles open
 * @param room the current one: {@code protect}, or empty
 * @param path of this page, without query
 * @param query of this page with the leading question mark, or empty
 * @param csrf token that every form carries
 * @param onceToken makes a form that is sent twice take effect once
 * @param demo whether the mark of the demonstration is shown
 * @param notice what the step before achieved, shown once on top
 * @param dutyLine telephone of the organisation, day and night, or empty
 * @param names in the reader's script, for readers who wish it
 * @param kept what the reader typed on this page before and did not send, the newest first
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
    NamesBeside names,
    List<KeptForms.Kept> kept) {

  /** The same as it stands at another address, with nothing left over from before. */
  Page at(String address) {
    return at(address, List.of());
  }

  /** The same with what was typed there before and not sent. */
  Page at(String address, List<KeptForms.Kept> typed) {
    return new Page(
        texts, moments, languages, who, rooms, room, address, "", csrf, onceToken, demo, notice,
        dutyLine, names, typed);
  }

  /** The same page for somebody who reads another language, to see it as they will. */
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
        names,
        kept);
  }

  /** A string in the reader's language. */
  public String text(String key, Object... arguments) {
    return texts.text(key, arguments);
  }

  /**
   * Words of a closed list, one after the other.
   *
   * @param prefix of their keys, with its last dot
   */
  public String words(String prefix, List<String> codes) {
    return texts.series(codes.stream().map(code -> text(prefix + code)).toList());
  }

  /** The reader's language. */
  public Language language() {
    return texts.language();
  }

  /** The subpages of the current room that the reader's roles open. */
  public List<Room.Entry> entries() {
    return rooms.stream()
        .filter(r -> r.name().equals(room))
        .findFirst()
        .map(Room::entries)
        .orElse(List.of());
  }

  /**
   * The address of this page for the language switch, as part of a query: what was chosen by a link
   * that led here stays chosen.
   */
  public String here() {
    return path + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  /** Whether the path belongs to an entry of the navigation. */
  public boolean isIn(String href) {
    return isBelow(href)
        && rooms.stream()
            .flatMap(r -> r.entries().stream())
            .noneMatch(e -> e.href().startsWith(href + "/") && isBelow(e.href()));
  }

  private boolean isBelow(String href) {
    return path.equals(href) || path.startsWith(href + "/");
  }

  /** Whether the reader's navigation has an entry at this address. */
  public boolean opens(String href) {
    return rooms.stream().flatMap(r -> r.entries().stream()).anyMatch(e -> e.href().equals(href));
  }

  /** Whether the reader may search cases. */
  public boolean searches() {
    return opens("/protect/cases");
  }

  /** The reader's first role in words and the organisation, for the corner. */
  public String roleAndOrganisation() {
    if (who == null) {
      return "";
    }
    Role role = who.roles().stream().min(Comparator.naturalOrder()).orElseThrow();
    return texts.text("role." + role.name().toLowerCase(Locale.ROOT))
        + ", "
        + who.organisationName();
  }

  /** The first word of the reader's name, for a greeting. */
  public String firstName() {
    return who == null ? "" : who.name().split(" ", -1)[0];
  }

  /** Initials for the corner: one letter each of the first two words of the name. */
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
   * A sentence shown once after a step was taken.
   *
   * @param kind {@code good}, {@code warn} or {@code danger}
   * @param text in the reader's language
   * @param undo the offer to take it back, or null
   */
  public record Notice(String kind, String text, @Nullable UUID undo)
      implements java.io.Serializable {}
}
