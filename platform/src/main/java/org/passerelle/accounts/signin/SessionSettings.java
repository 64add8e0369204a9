package org.passerelle.accounts.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Duration of a session.
 *
 * @param idle longest time without a request
 * @param absolute longest time after sign-in
 */
@ConfigurationProperties("passerelle.session")
public record SessionSettings(
    @DefaultValue("30m") Duration idle, @DefaultValue("12h") Duration absolute) {}
