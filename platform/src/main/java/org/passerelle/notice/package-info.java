/**
 * Notifies users outside the application that something is waiting, never what: by mail and on
 * their devices, as they choose, and not in their quiet hours.
 */
@NullMarked
package org.passerelle.notice;

import org.jspecify.annotations.NullMarked;
