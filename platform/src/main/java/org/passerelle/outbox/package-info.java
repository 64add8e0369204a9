/**
 * What must leave is stored with the change that caused it, sent with retry, and delivered once in
 * effect.
 */
@NullMarked
package org.passerelle.outbox;

import org.jspecify.annotations.NullMarked;
