package org.passerelle.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.PlatformSettings;
import org.passerelle.PublicProcess;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.gate.Guests;
import org.passerelle.gate.TipDoor;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.passerelle.storage.Identifiers;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.transaction.TransactionException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Adds the {@link Page} to every model: language, navigation, tokens. */
@ControllerAdvice
@PublicProcess
public class PageAdvice {
  private static final List<String> ROOMS =
      List.of("understand", "prevent", "protect", "prosecute", "partner", "steer", "house");
  static final String LETTERBOX = "/letterbox";
  private static final String PROBLEM = PageAdvice.class.getName() + ".problem";
  private static final Reader.Place NOWHERE = new Reader.Place(ZoneId.of("Europe/Belgrade"), "");

  private final Languages languages;
  private final Clock clock;
  private final PlatformSettings settings;
  private final Identifiers identifiers;
  private final List<RoomEntry> entries;
  private final Reader reader;
  private final KeptForms kept;
  private final GuestForms guests;

  PageAdvice(
      Languages languages,
      Clock clock,
      PlatformSettings settings,
      Identifiers identifiers,
      List<RoomEntries> rooms,
      Reader reader,
      KeptForms kept,
      GuestForms guests) {
    this.guests = guests;
    this.languages = languages;
    this.clock = clock;
    this.settings = settings;
    this.identifiers = identifiers;
    this.entries =
        rooms.stream()
            .flatMap(r -> r.entries().stream())
            .sorted(Comparator.comparingInt(RoomEntry::order))
            .toList();
    this.reader = reader;
    this.kept = kept;
  }

  @ModelAttribute
  void page(HttpServletRequest request, Model model) {
    model.addAttribute("page", pageOf(request));
  }

  /** The page for a request. */
  public Page pageOf(HttpServletRequest request) {
    return page(request, request.getQueryString() == null ? "" : "?" + request.getQueryString());
  }

  /**
   * The page for an error: without any content of the requested page. While nothing can be read it
   * is a stranger's, so that the sentence arrives and not a second error. Made once for a request.
   */
  Page problemOf(HttpServletRequest request) {
    if (request.getAttribute(PROBLEM) instanceof Page made) {
      return made;
    }
    Page page = newProblem(request);
    request.setAttribute(PROBLEM, page);
    return page;
  }

  private Page newProblem(HttpServletRequest request) {
    try {
      return page(request, "");
    } catch (DataAccessException | TransactionException unreadable) {
      Texts texts = languages.texts(LanguageChoice.of(request, languages));
      return new Page(
          texts,
          new Moments(texts, NOWHERE.zone(), clock),
          languages.all(),
          null,
          List.of(),
          "",
          path(request),
          "",
          "",
          identifiers.next().toString(),
          settings.demo(),
          null,
          NOWHERE.dutyLine(),
          reader.house(),
          TransliteratedNames.NONE,
          List.of());
    }
  }

  private Page page(HttpServletRequest request, String query) {
    SignedIn who = signedIn();
    String path = path(request);
    boolean guest = who == null && (isOfLetterbox(path) || isOfTips(path));
    Language language =
        guest ? LanguageChoice.ofGuest(request, languages) : LanguageChoice.of(request, languages);
    Texts texts = languages.texts(language);
    Reader.Place place = who == null ? place(request) : reader.place(who);
    CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return new Page(
        texts,
        new Moments(texts, place.zone(), clock),
        guest ? languages.guests() : languages.all(),
        who,
        rooms(who),
        isProblem(request) ? "" : room(path),
        path,
        query,
        csrf == null ? "" : csrf.getToken(),
        identifiers.next().toString(),
        settings.demo(),
        Notices.taken(request),
        place.dutyLine(),
        reader.house(),
        who == null
            ? TransliteratedNames.NONE
            : new TransliteratedNames(language, () -> reader.wishesNames(who)),
        unsent(who, path, texts, request));
  }

  /** A guest sees times of their own country; other anonymous visitors see none. */
  private Reader.Place place(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(Guests.AT) instanceof UUID letterbox
        ? new Reader.Place(reader.of(letterbox).zone(), "")
        : NOWHERE;
  }

  /** Empty on an error page, which has no form. */
  private List<KeptForms.Kept> unsent(
      @Nullable SignedIn who, String path, Texts texts, HttpServletRequest request) {
    if (isProblem(request)) {
      return List.of();
    }
    return who == null ? guests.of(request, path, texts) : kept.of(who, path, texts);
  }

  /** "Not found" shows no module: the answer does not reveal which modules have such a page. */
  private static boolean isProblem(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null;
  }

  /** The requested path, also on the container's error page. */
  static String path(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
        ? asked
        : request.getRequestURI();
  }

  /** Whether a page is one of those for readers of letterboxes. */
  static boolean isOfLetterbox(String path) {
    return path.equals(LETTERBOX) || path.startsWith(LETTERBOX + "/");
  }

  /** Whether a page is one of those for whoever reports something. */
  static boolean isOfTips(String path) {
    return path.equals(TipDoor.PATH) || path.startsWith(TipDoor.PATH + "/");
  }

  private static @Nullable SignedIn signedIn() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn who
        ? who
        : null;
  }

  private static String room(String path) {
    return ROOMS.stream()
        .filter(r -> path.equals("/" + r) || path.startsWith("/" + r + "/"))
        .findFirst()
        .orElse("");
  }

  private List<Room> rooms(@Nullable SignedIn who) {
    List<Room> open = new ArrayList<>();
    if (who == null) {
      return open;
    }
    for (String name : ROOMS) {
      List<Room.Entry> its =
          entries.stream()
              .filter(e -> e.room().equals(name))
              .filter(e -> e.roles().isEmpty() || who.is(e.roles().toArray(Role[]::new)))
              .map(
                  e ->
                      new Room.Entry(
                          e.key(),
                          e.href(),
                          e.roles().isEmpty() ? Role.values().length : e.roles().size()))
              .toList();
      if (!its.isEmpty()) {
        open.add(new Room(name, its.get(0).href(), its));
      }
    }
    return open;
  }
}
