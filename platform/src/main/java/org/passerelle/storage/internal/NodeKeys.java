package org.passerelle.storage.internal;

import java.security.SecureRandom;
import java.time.Clock;
import org.passerelle.PlatformSettings;
import org.passerelle.storage.keys.KeyStore;
import org.passerelle.storage.keys.Passphrase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the key store of the node's data folder. */
@Configuration
class NodeKeys {
  @Bean(destroyMethod = "close")
  KeyStore keyStore(PlatformSettings settings, SecureRandom random, Clock clock) {
    return KeyStore.open(
        settings.data(),
        settings.nodeKey(),
        Passphrase.take(),
        settings.destroyedKeys(),
        random,
        clock);
  }
}
