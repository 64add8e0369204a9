package org.passerelle.pages;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.accounts.Browser;
import org.passerelle.storage.House;
import org.springframework.web.util.HtmlUtils;

/**
 * Goes through pages as somebody would who fills in every form that they find, with words of their
 * own in every field that takes words, so that a field that is added later is filled in, too.
 */
public final class FormsFilledIn {
  private static final Pattern FORM =
      Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("href=\"([^\"#?]+)\"");
  private static final Pattern FAULTY = Pattern.compile("href=\"#([^\"]+)\"");
  private static final int MOST_PAGES = 600;
  private static final int ATTEMPTS = 7;

  private final Browser browser;
  private final String word;
  private final LocalDate today;
  private final Pattern within;
  private final Pattern not;
  private final Map<String, String> taken = new LinkedHashMap<>();
  private final Map<String, String> refused = new LinkedHashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> sent = new HashSet<>();
  private final Deque<String> pages = new ArrayDeque<>();

  /** On which page each form stands. */
  private final Map<String, String> later = new LinkedHashMap<>();

  private int words;

  /**
   * Prepares to.
   *
   * @param word with which every text begins; a number follows
   * @param within addresses of pages that are opened
   * @param not addresses of forms that are left alone
   */
  public FormsFilledIn(House house, Browser browser, String word, Pattern within, Pattern not) {
    this.browser = browser;
    this.word = word;
    this.today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    this.within = within;
    this.not = not;
  }

  /** Starts at a page and goes on to all that it leads to. */
  public FormsFilledIn from(String start) {
    pages.add(start);
    walk();
    // what lacked something that was filled in only afterwards: a referral its basis
    again();
    walk();
    return this;
  }

  private void walk() {
    while (!pages.isEmpty() && seen.size() < MOST_PAGES) {
      String page = pages.remove();
      if (seen.add(page)) {
        String body = browser.open(page).body();
        Matcher links = LINK.matcher(body);
        while (links.find()) {
          found(HtmlUtils.htmlUnescape(links.group(1)));
        }
        Matcher forms = FORM.matcher(body);
        while (forms.find()) {
          fill(page, attributes(forms.group(1)), forms.group(2));
        }
      }
    }
  }

  private void again() {
    Map<String, String> before = new LinkedHashMap<>(later);
    before.keySet().retainAll(refused.keySet());
    before.forEach(
        (action, page) -> {
          Matcher forms = FORM.matcher(browser.open(page).body());
          while (forms.find()) {
            if (action.equals(action(page, attributes(forms.group(1))))) {
              send(page, action, forms.group(2));
            }
          }
        });
  }

  /** The words that were taken, by form and field. */
  public Map<String, String> taken() {
    return Map.copyOf(taken);
  }

  private void found(String address) {
    if (within.matcher(address).matches() && !seen.contains(address)) {
      pages.add(address);
    }
  }

  private static String action(String page, Map<String, String> form) {
    return HtmlUtils.htmlUnescape(form.getOrDefault("action", page));
  }

  private void fill(String page, Map<String, String> form, String content) {
    String action = action(page, form);
    if (!form.getOrDefault("method", "get").equalsIgnoreCase("post")
        || not.matcher(action).find()
        || !sent.add(action + " " + String.join(",", FormField.of(content).keySet()))) {
      return;
    }
    later.put(action, page);
    send(page, action, content);
  }

  private void send(String page, String action, String content) {
    // each form takes the tokens of the page that it stands on
    browser.open(page);
    Map<String, Integer> failed = new LinkedHashMap<>();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Map<String, String> mine = new LinkedHashMap<>();
      List<String> pairs = new ArrayList<>();
      String file = "";
      for (FormField field : FormField.of(content).values()) {
        if (field.type().equals("file")) {
          file = field.name();
        } else {
          field
              .values(failed.getOrDefault(field.name(), 0), today, () -> word + ++words)
              .forEach(
                  value -> {
                    pairs.add(field.name());
                    pairs.add(value);
                    if (value.startsWith(word)) {
                      mine.put(action + " " + field.name(), value);
                    }
                  });
        }
      }
      String[] all = pairs.toArray(String[]::new);
      Browser.Answer answer =
          file.isEmpty()
              ? browser.post(action, all)
              : browser.postFile(
                  action,
                  file,
                  word + ++words + ".txt",
                  (word + ++words).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                  all);
      if (answer.status() / 100 == 3) {
        taken.putAll(mine);
        refused.remove(action);
        found(answer.location());
        return;
      }
      Matcher faulty = FAULTY.matcher(answer.body());
      boolean any = false;
      while (faulty.find()) {
        failed.merge(faulty.group(1), 1, Integer::sum);
        any = true;
      }
      refused.put(action, answer.status() + " " + failed.keySet());
      if (answer.status() != 422 || !any) {
        return;
      }
    }
  }

  /** Forms that were not taken in the end, with the answer and the fields at fault. */
  public Map<String, String> refused() {
    return Map.copyOf(refused);
  }

  static Map<String, String> attributes(String tag) {
    Map<String, String> all = new LinkedHashMap<>();
    Matcher found = Pattern.compile("([\\w-]+)(?:=\"([^\"]*)\")?").matcher(tag);
    while (found.find()) {
      all.put(found.group(1), HtmlUtils.htmlUnescape(found.group(2) == null ? "" : found.group(2)));
    }
    return all;
  }
}
