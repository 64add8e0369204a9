package org.passerelle.protect.casework.phone.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.passerelle.protect.casework.phone.RejectedRecord;
import org.springframework.mock.web.MockHttpServletRequest;

/** However many phones connect at once, memory use stays within the limit. */
class LoadTest {
  private static final int MEGABYTE = 1 << 20;

  private static MockHttpServletRequest bringing(int bytes) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setContent(new byte[bytes]);
    return request;
  }

  @Test
  void whatIsOneTooManyIsToldToComeAgain() throws IOException {
    Load load = new Load();
    assertThat(held(load, 64)).isEqualTo(RejectedRecord.Reason.BUSY);
    // and all is released
    assertThat(load.<Integer>carry(bringing(MEGABYTE), MEGABYTE, body -> body.length))
        .isEqualTo(MEGABYTE);
    assertThat(held(load, 64)).isEqualTo(RejectedRecord.Reason.BUSY);
  }

  /** Occupies this many megabytes and delivers one more. */
  private static RejectedRecord.Reason held(Load load, int megabytes) throws IOException {
    AtomicReference<RejectedRecord.Reason> refused = new AtomicReference<>();
    hold(
        load,
        megabytes,
        () ->
            refused.set(
                catchThrowableOfType(
                        RejectedRecord.class,
                        () -> load.carry(bringing(MEGABYTE), MEGABYTE, body -> body))
                    .reason()));
    return java.util.Objects.requireNonNull(refused.get());
  }

  private static void hold(Load load, int megabytes, Runnable then) throws IOException {
    if (megabytes == 0) {
      then.run();
      return;
    }
    load.carry(
        bringing(MEGABYTE),
        MEGABYTE,
        body -> {
          try {
            hold(load, megabytes - 1, then);
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
          return body;
        });
  }

  @Test
  void whatIsTooLargeIsNotRead() {
    assertThat(
            catchThrowableOfType(
                    RejectedRecord.class, () -> new Load().carry(bringing(11), 10, body -> body))
                .reason())
        .isEqualTo(RejectedRecord.Reason.TOO_LARGE);
  }
}
