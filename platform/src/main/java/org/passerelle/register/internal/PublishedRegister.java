package org.passerelle.register.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.passerelle.PublicProcess;
import org.passerelle.access.SignedIn;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kind;
import org.passerelle.register.Register;
import org.passerelle.register.StoredFacts;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register in the process of the public pages: what the database shows it of the entries, read
 * again each minute, since others change them. Thread-safe.
 */
@PublicProcess
class PublishedRegister implements Register {
  private static final Duration KNOWN = Duration.ofMinutes(1);
  private final LoadingCache<String, Facts> facts;

  PublishedRegister(JdbcTemplate db, Clock clock) {
    this.facts =
        Caffeine.newBuilder()
            .expireAfterWrite(KNOWN)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build(
                all ->
                    Objects.requireNonNull(
                        db.execute((ConnectionCallback<Facts>) StoredFacts::read)));
  }

  @Override
  public Facts facts() {
    return facts.get("");
  }

  @Override
  public Entry save(
      SignedIn who, Kind kind, String id, int version, Map<String, Object> content, String reason) {
    throw notHere();
  }

  @Override
  public void retire(SignedIn who, Entry entry, int version, String reason) {
    throw notHere();
  }

  @Override
  public void retireAll(SignedIn who, List<Entry> entries, String reason) {
    throw notHere();
  }

  @Override
  public Set<String> taken(Kind kind) {
    throw notHere();
  }

  @Override
  public List<Revision> revisions(Kind kind, String id) {
    throw notHere();
  }

  @Override
  public List<Revision> since(Instant moment, SignedIn reader, int most) {
    throw notHere();
  }

  private static UnsupportedOperationException notHere() {
    return new UnsupportedOperationException(
        "The process of the public pages reads the current entries of the register and nothing else.");
  }
}
