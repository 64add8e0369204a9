package org.passerelle.notice.push;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.passerelle.notice.NoticeKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends a message for a device to its push service. */
@Component
public class PushSender {
  private static final Logger LOG = LoggerFactory.getLogger(PushSender.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * How long the push service keeps a message for a device that is off; after that the next one
   * says the same.
   */
  private static final Duration KEPT = Duration.ofHours(12);

  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final JsonMapper JSON = new JsonMapper();
  private final PushDevices devices;
  private final SenderKey key;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  PushSender(PushDevices devices, SenderKey key) {
    this.devices = devices;
    this.key = key;
  }

  /**
   * Sends the same message to several devices; subscriptions that no longer exist are removed.
   *
   * @param kind a later message of the same kind replaces an earlier one on the device
   * @return whether at least one was accepted
   */
  public boolean send(List<Device> to, String title, String text, NoticeKind kind) {
    String content =
        JSON.writeValueAsString(Map.of("title", title, "text", text, "kind", kind.code()));
    boolean taken = false;
    for (Device device : to) {
      taken |= send(device, content, kind);
    }
    return taken;
  }

  private boolean send(Device device, String content, NoticeKind kind) {
    if (!devices.reachable(device.endpoint())) {
      LOG.warn("A device was not notified: its address may not be called.");
      return false;
    }
    URI endpoint = URI.create(device.endpoint());
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(PATIENCE)
            .header("Authorization", key.statement(endpoint))
            .header("Content-Encoding", "aes128gcm")
            .header("Content-Type", "application/octet-stream")
            .header("TTL", Long.toString(KEPT.toSeconds()))
            .header("Urgency", kind == NoticeKind.DUTY ? "high" : "normal")
            .header("Topic", kind.code())
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(
                    PushMessages.sealed(content, device.key(), device.secret())))
            .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status == NOT_FOUND || status == GONE) {
        devices.gone(device);
        return false;
      }
      if (status / 100 != 2) {
        LOG.warn("A device was not told: HTTP {}.", status);
        return false;
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (IOException e) {
      LOG.warn("A device was not told: {}.", e.getClass().getSimpleName());
      return false;
    }
  }
}
