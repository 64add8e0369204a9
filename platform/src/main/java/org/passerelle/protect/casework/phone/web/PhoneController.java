package org.passerelle.protect.casework.phone.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.OpenToAll;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.phone.OfflineData;
import org.passerelle.protect.casework.phone.Phone;
import org.passerelle.protect.casework.phone.PhoneKeys;
import org.passerelle.protect.casework.phone.Phones;
import org.passerelle.protect.casework.phone.RejectedRecord;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Endpoints for phones: the signed-in user, the phone's state, the current key. */
@PhoneHandler
class PhoneController {
  private static final JsonMapper JSON = new JsonMapper();
  private final Phones phones;
  private final PhoneKeys keys;
  private final OfflineData along;
  private final Clock clock;

  PhoneController(Phones phones, PhoneKeys keys, OfflineData along, Clock clock) {
    this.phones = phones;
    this.keys = keys;
    this.along = along;
    this.clock = clock;
  }

  @GetMapping("/phone/here")
  @OpenToAll
  ResponseEntity<Map<String, Object>> here(
      @RequestParam(required = false) @Nullable UUID phone,
      @RequestParam(defaultValue = "0") int waiting,
      @AuthenticationPrincipal @Nullable SignedIn who,
      HttpServletRequest request) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("signedIn", who != null);
    answer.put("now", clock.instant().toString());
    if (who != null) {
      answer.put("user", who.user().toString());
      answer.put("organisation", who.organisation().toString());
      answer.put("csrf", csrf(request));
      answer.put(
          "phone",
          (phone == null ? Phones.Standing.UNKNOWN : phones.here(phone, waiting, who)).name());
    } else if (phone != null && phones.isLost(phone)) {
      answer.put("lost", keys.lost(phone));
    }
    return json(HttpStatus.OK, answer);
  }

  private static Map<String, String> csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? Map.of("header", token.getHeaderName(), "token", token.getToken())
        : Map.of();
  }

  @PostMapping("/phone/enrolments")
  @Caseworkers
  ResponseEntity<Map<String, Object>> enrol(
      @RequestBody String body, @AuthenticationPrincipal SignedIn who) {
    Phone phone;
    try {
      JsonNode asked = JSON.readTree(body);
      String name = asked.path("name").asString("");
      String key = asked.required("key").toString();
      phone =
          asked.hasNonNull("id")
              ? phones.enrolAgain(UUID.fromString(asked.path("id").asString("")), name, key, who)
              : phones.enrol(name, key, who);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new RejectedRecord(RejectedRecord.Reason.UNREADABLE, e);
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("phone", phone.id().toString());
    answer.put("user", phone.user().toString());
    answer.put("organisation", phone.organisation().toString());
    answer.put("node", keys.node());
    answer.put("trust", keys.trust());
    answer.put("key", keys.statement());
    return json(HttpStatus.CREATED, answer);
  }

  /** Codes only, so that whoever finds the phone learns about nobody. */
  @GetMapping("/phone/along")
  @Caseworkers
  ResponseEntity<Map<String, Object>> along(@AuthenticationPrincipal SignedIn who) {
    return json(
        HttpStatus.OK, Map.of("followUps", along.followUps(who), "cases", along.cases(who)));
  }

  /** Identical for everybody and signed, so that it can be fetched without signing in. */
  @GetMapping("/phone/key")
  @OpenToAll
  ResponseEntity<Map<String, Object>> key() {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("key", keys.statement());
    answer.put("chain", keys.chain());
    return json(HttpStatus.OK, answer);
  }

  private static ResponseEntity<Map<String, Object>> json(
      HttpStatus status, Map<String, Object> answer) {
    return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(answer);
  }
}
