package org.passerelle.protect.casework.phone.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.SignedIn;
import org.passerelle.gate.PhoneDoor;
import org.passerelle.protect.casework.phone.HandIn;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** Endpoint at which phones deliver records. */
@PhoneHandler
@Caseworkers
class HandInController {
  private final HandIn handIn;
  private final Load load;
  private final OversizedUploads tooLarge;

  HandInController(HandIn handIn, Load load, OversizedUploads tooLarge) {
    this.handIn = handIn;
    this.load = load;
    this.tooLarge = tooLarge;
  }

  /**
   * Accepts a record.
   *
   * @param phone identifier of the delivering phone, as it states
   * @param phoneNow the phone's clock
   */
  @PostMapping("/phone/records/{id}")
  ResponseEntity<Map<String, Object>> record(
      @PathVariable UUID id,
      @RequestHeader(name = "X-Phone", required = false) @Nullable String phone,
      @RequestHeader(name = "X-Phone-Now", required = false) @Nullable String phoneNow,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request)
      throws IOException {
    HandIn.Courier courier = courier(phone, phoneNow);
    if (request.getContentLengthLong() > PhoneDoor.MOST_OF_A_RECORD) {
      tooLarge.refused(id, null, courier.phone(), who);
    }
    HandIn.Answer answer =
        load.carry(
            request, PhoneDoor.MOST_OF_A_RECORD, body -> handIn.bring(id, body, courier, who));
    return ResponseEntity.status(answer.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
        .cacheControl(CacheControl.noStore())
        .body(Map.of("receipt", answer.receipt()));
  }

  /** A phone's statements about itself are hints and never a reason for refusal. */
  private static HandIn.Courier courier(@Nullable String phone, @Nullable String now) {
    return new HandIn.Courier(uuid(phone), moment(now));
  }

  private static @Nullable UUID uuid(@Nullable String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException no) {
      return null;
    }
  }

  private static @Nullable Instant moment(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException no) {
      return null;
    }
  }
}
