package org.passerelle.steer.letter.mailing.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.access.OpenToAll;
import org.passerelle.gate.Network;
import org.passerelle.language.Language;
import org.passerelle.mail.MailAddress;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.steer.letter.Composer;
import org.passerelle.steer.letter.mailing.Sendings;
import org.passerelle.steer.letter.mailing.Subscriber;
import org.passerelle.steer.letter.mailing.Subscribers;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where readers subscribe to the letter, confirm and leave. A link that a program opens to look at
 * it changes nothing: only the buttons do, and a mail program’s own one (RFC 8058).
 */
@Controller
@OpenToAll
class SubscriptionPages {
  private static final String HERE = "/letters/subscribe";
  private static final String ADDRESS = "address";
  private static final int LONGEST = 254;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Subscribers subscribers;
  private final Sendings sendings;

  SubscriptionPages(Subscribers subscribers, Sendings sendings) {
    this.subscribers = subscribers;
    this.sendings = sendings;
  }

  @GetMapping(HERE)
  String subscribe(Act act) {
    return form(act.form(Map.of("language", edition(act.language()))), act);
  }

  private String form(Filled form, Act act) {
    List<Option> languages =
        Composer.LANGUAGES.stream()
            .map(tag -> new Option(tag, act.text("house.language.long." + tag)))
            .toList();
    return act.with("form", form)
        .with("languages", languages)
        .with("offered", subscribers.offered())
        .show("steer/letter/mailing/subscribe");
  }

  private static String edition(Language language) {
    return Composer.LANGUAGES.contains(language.tag()) ? language.tag() : "en";
  }

  @PostMapping(HERE)
  String ask(Act act) {
    if (!subscribers.offered()) {
      throw new NotFound();
    }
    Filled form = act.form();
    String address = form.neededText(ADDRESS, LONGEST);
    String language = form.neededCode("language", Set.copyOf(Composer.LANGUAGES));
    if (!address.isEmpty() && !MailAddress.is(address)) {
      form.errors().add(ADDRESS, "subscription.error.address");
    }
    if (form.errors().isEmpty()) {
      try {
        subscribers.ask(address, language, Network.of(act.request().getRemoteAddr()));
        return "redirect:" + HERE + "/asked";
      } catch (Refused refused) {
        form.errors().add(refused.at(ADDRESS));
      }
    }
    return act.again(() -> form(form, act));
  }

  @GetMapping(HERE + "/asked")
  String asked(Act act) {
    return act.show("steer/letter/mailing/asked");
  }

  @GetMapping("/letters/confirm/{token}")
  String confirm(@PathVariable String token, Act act) {
    Subscriber subscriber = subscribers.confirming(token).orElseThrow(NotFound::new);
    return act.with("token", token).show("steer/letter/mailing/confirm", subscriber);
  }

  @PostMapping("/letters/confirm/{token}")
  String confirmed(@PathVariable String token, Act act) {
    if (!subscribers.confirm(token)) {
      throw new NotFound();
    }
    return "redirect:/letters/confirm/" + token;
  }

  @GetMapping("/letters/leave/{token}")
  String leaving(@PathVariable String token, Act act) {
    if (!subscribers.isLeaving(token)) {
      throw new NotFound();
    }
    Subscriber subscriber = subscribers.leaving(token).orElse(null);
    List<String> languages = subscriber == null ? List.of() : subscribers.languages(subscriber);
    return act.with("token", token)
        .with("languages", languages)
        .with("got", subscriber == null ? 0 : sendings.got(subscriber))
        .with("view", subscriber)
        .show("steer/letter/mailing/leave");
  }

  /** What is stored of a reader, for them to take along (GDPR, article 20). */
  @GetMapping("/letters/leave/{token}/data.json")
  ResponseEntity<byte[]> data(@PathVariable String token) {
    Subscriber subscriber = subscribers.leaving(token).orElseThrow(NotFound::new);
    Map<String, Object> held = new LinkedHashMap<>();
    held.put("address", subscriber.address());
    held.put("languages", subscribers.languages(subscriber));
    held.put("asked", subscriber.askedAt().toString());
    held.put(
        "confirmed", subscriber.confirmedAt() == null ? null : subscriber.confirmedAt().toString());
    held.put("issues", sendings.got(subscriber));
    held.put("returned", subscriber.bounces());
    return FileAnswer.saved("subscription.json", MediaType.APPLICATION_JSON)
        .body(JSON.writeValueAsBytes(held));
  }

  /** Answers without leading on, as RFC 8058 asks: a mail program presses this button. */
  @PostMapping("/letters/leave/{token}")
  String left(@PathVariable String token, Act act) {
    if (!subscribers.isLeaving(token)) {
      throw new NotFound();
    }
    subscribers.leave(token);
    return act.with("token", token)
        .with("languages", List.of())
        .with("got", 0)
        .with("view", null)
        .show("steer/letter/mailing/leave");
  }
}
