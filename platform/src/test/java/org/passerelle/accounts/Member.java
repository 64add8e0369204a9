package org.passerelle.accounts;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.passerelle.access.Role;
import org.passerelle.access.User;
import org.passerelle.storage.House;

/**
 * A colleague with password, phone and paper, who came in by the pages that everybody uses.
 *
 * @param browser signed in
 * @param secret of the app on the phone
 * @param recoveryCodes on paper
 */
public record Member(
    House house,
    User user,
    String password,
    byte[] secret,
    List<String> recoveryCodes,
    Browser browser) {
  public static final String PASSWORD = "three blue herons walk";
  private static final Pattern KEY = Pattern.compile("totp-key\">([A-Z2-7 ]+)<");
  private static final Pattern CODE = Pattern.compile("<li>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})</li>");

  /** Somebody new in a new organisation. */
  public static Member of(House house, Role first, Role... more) {
    return in(house, Staff.organisation(house).id(), first, more);
  }

  /** Somebody new in an organisation. */
  public static Member in(House house, UUID organisation, Role first, Role... more) {
    Users.Created created = Staff.user(house, organisation, first, more);
    return enter(house, created.user(), "/setup/" + created.link());
  }

  /** Goes through a set-up link to the first page. */
  public static Member enter(House house, User user, String link) {
    Browser browser = new Browser(house);
    browser.open(link);
    browser.post(link, "password", PASSWORD, "passwordAgain", PASSWORD);
    byte[] secret = key(browser.open("/sign-in/enrol").body());
    Browser.Answer in = browser.post("/sign-in/enrol", "code", digits(secret, house, 0));
    List<String> codes =
        CODE.matcher(browser.open(in.location()).body()).results().map(r -> r.group(1)).toList();
    return new Member(house, user, PASSWORD, secret, codes, browser);
  }

  /** The secret that a page shows for typing. */
  public static byte[] key(String page) {
    MatchResult found = KEY.matcher(page).results().findFirst().orElseThrow();
    String letters = found.group(1).replace(" ", "");
    List<Byte> bytes = new ArrayList<>();
    int buffer = 0;
    int bits = 0;
    for (int i = 0; i < letters.length(); i++) {
      buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letters.charAt(i));
      bits += 5;
      if (bits >= 8) {
        bytes.add((byte) (buffer >> (bits - 8)));
        bits -= 8;
        buffer &= (1 << bits) - 1;
      }
    }
    byte[] secret = new byte[bytes.size()];
    for (int i = 0; i < secret.length; i++) {
      secret[i] = bytes.get(i);
    }
    return secret;
  }

  /** What an app shows, some steps from now. */
  public static String digits(byte[] secret, House house, int steps) {
    try {
      return new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(30), 6)
          .generateOneTimePasswordString(
              new SecretKeySpec(secret, "HmacSHA1"),
              house.clock().instant().plusSeconds(30L * steps),
              Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the phone shows now. */
  public String digits() {
    return digits(secret, house, 0);
  }

  /** Waits until the phone shows a new code. */
  public Member nextCode() {
    house.clock().pass(Duration.ofSeconds(30));
    return this;
  }

  /**
   * Waits until nobody is slowed down any more for what others tried from the same address: then a
   * wrong password is told at once, and does not lead to a second factor that never opens.
   */
  public Member calm() {
    house.clock().pass(Duration.ofMinutes(16));
    return this;
  }

  /** Gives the password in a browser. */
  public Browser.Answer givePassword(Browser in) {
    return givePassword(in, password);
  }

  /** Gives some password in a browser. */
  public Browser.Answer givePassword(Browser in, String typed) {
    in.get("/sign-in");
    return in.post("/sign-in", "login", user.login(), "password", typed);
  }

  /** Gives a second factor in a browser that was led there. */
  public Browser.Answer giveCode(Browser in, String code) {
    in.get("/sign-in/second-factor");
    return in.post("/sign-in/second-factor", "code", code);
  }

  /** Gives the second factor once more, as a weighty act asks for. */
  public Browser.Answer confirm(Browser in) {
    nextCode();
    in.get("/account/confirm");
    return in.post("/account/confirm", "code", digits());
  }

  /** Signs in in another browser. */
  public Browser elsewhere() {
    Browser other = new Browser(house);
    nextCode();
    givePassword(other);
    giveCode(other, digits());
    return other;
  }

  /** Whether the browser is inside. */
  public static boolean isInside(Browser browser) {
    return browser.get("/account").status() == 200;
  }
}
