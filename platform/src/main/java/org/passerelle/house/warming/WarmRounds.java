package org.passerelle.house.warming;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.SignedInAuthentication;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.signin.Passwords;
import org.passerelle.storage.Identifiers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * One warm-up round through the pages that are opened most: each is computed and rendered for a
 * fictitious caseworker and a fictitious supervisor of each of the first organisations. The output
 * is discarded and the transaction rolled back, including any trace a reader would leave. Nobody
 * sees the files that are opened, so the audit log has no entry for them.
 */
@Component
class WarmRounds {
  private static final Logger LOG = LoggerFactory.getLogger(WarmRounds.class);
  private static final int ORGANISATIONS = 2;
  private static final int CASES = 3;
  private static final int HASHED = 3;
  private static final int SECONDS = 5;
  private static final Pattern CASE =
      Pattern.compile("/protect/cases/[0-9a-f]{8}-[0-9a-f-]{27}(?=\")");
  private static final List<Locale> READ_IN =
      List.of(Locale.ENGLISH, Locale.FRENCH, Locale.forLanguageTag("sr"));
  private static final List<String> NAMES = List.of("Ana", "Elena", "Jovan", "Hoxha", "Ивана");
  private static final List<String> PAGES =
      List.of(
          "/",
          "/protect/cases",
          "/protect/cases?state=open",
          "/protect/cases?sort=due",
          "/protect/cases?form=labour",
          "/protect/screenings/new");

  /** Requested once, since the page loads a library that computes placements. */
  private static final List<String> PLACING =
      List.of("/protect/placement", "/protect/placement/proposal");

  private final DispatcherServlet pages;
  private final ServletContext context;
  private final Organisations organisations;
  private final Identifiers identifiers;
  private final Passwords passwords;
  private final LocalAddress door;
  private final TransactionTemplate undone;

  WarmRounds(
      DispatcherServlet pages,
      ServletContext context,
      Organisations organisations,
      Identifiers identifiers,
      Passwords passwords,
      LocalAddress door,
      PlatformTransactionManager transactions) {
    this.pages = pages;
    this.context = context;
    this.organisations = organisations;
    this.identifiers = identifiers;
    this.passwords = passwords;
    this.door = door;
    this.undone = new TransactionTemplate(transactions);
    // a lock held by somebody else must not delay the start
    this.undone.setTimeout(SECONDS);
  }

  /** Result of a page. */
  record Opened(String path, int status, String shown) {}

  /**
   * Runs one round.
   *
   * @param number number of the round, from 0
   * @param more whether there is time for another page
   */
  List<Opened> round(int number, BooleanSupplier more) {
    if (number < HASHED) {
      passwords.hash("a password of nobody");
    }
    door.knock();
    Locale language = READ_IN.get(number % READ_IN.size());
    List<Opened> all = new ArrayList<>();
    if (number == 0) {
      organisations.active(null, null).stream()
          .filter(Organisation::casework)
          .findFirst()
          .ifPresent(
              one ->
                  PLACING.stream()
                      .filter(path -> more.getAsBoolean())
                      .map(
                          path ->
                              open(
                                  InnerPage.get(path),
                                  reader(one, Role.PLACEMENT_OFFICER),
                                  language))
                      .forEach(all::add));
    }
    organisations.active(null, null).stream()
        .filter(Organisation::casework)
        .limit(ORGANISATIONS)
        .forEach(
            one -> {
              for (Role role : List.of(Role.SUPERVISOR, Role.CASE_MANAGER)) {
                if (more.getAsBoolean()) {
                  all.addAll(asOne(reader(one, role), number, language, more));
                }
              }
            });
    return all;
  }

  /** A fictitious user. */
  SignedIn reader(Organisation organisation, Role role) {
    return new SignedIn(
        identifiers.next(),
        "-",
        organisation.id(),
        organisation.handle(),
        EnumSet.of(role, Role.CASE_MANAGER));
  }

  /** Opens the pages as one user, and a few of the cases on the list. */
  List<Opened> asOne(SignedIn who, int number, Locale language, BooleanSupplier more) {
    List<InnerPage> asked = new ArrayList<>(PAGES.stream().map(InnerPage::get).toList());
    String name = NAMES.get(number % NAMES.size());
    asked.add(InnerPage.post("/protect/cases/find", "q", name));
    List<Opened> opened = new ArrayList<>();
    for (int i = 0; i < asked.size() && more.getAsBoolean(); i++) {
      Opened page = open(asked.get(i), who, language);
      opened.add(page);
      if (page.path.equals("/protect/cases") && asked.size() == PAGES.size() + 1) {
        CASE.matcher(page.shown)
            .results()
            .map(found -> InnerPage.get(found.group()))
            .distinct()
            .limit(CASES)
            .forEach(asked::add);
      }
    }
    return opened;
  }

  private Opened open(InnerPage page, SignedIn who, Locale language) {
    SignedInAuthentication reader = new SignedInAuthentication(who, new UUID(0, 0));
    InnerRequest request = new InnerRequest(context, page, language, reader);
    InnerResponse response = new InnerResponse();
    SecurityContextHolder.setContext(new SecurityContextImpl(reader));
    try {
      undone.executeWithoutResult(
          transaction -> {
            transaction.setRollbackOnly();
            serve(request, response);
          });
    } catch (RuntimeException e) {
      LOG.debug("{} could not be opened beforehand.", page.path(), e);
      response.setStatus(InnerResponse.SC_INTERNAL_SERVER_ERROR);
    } finally {
      SecurityContextHolder.clearContext();
    }
    return new Opened(page.path(), response.getStatus(), response.shown());
  }

  private void serve(InnerRequest request, InnerResponse response) {
    try {
      pages.service(request, response);
    } catch (IOException | ServletException e) {
      throw new IllegalStateException(e);
    }
  }
}
