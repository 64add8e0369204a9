/** Pages of consents and legal bases. */
@NullMarked
package org.passerelle.protect.sharing.consent.web;

import org.jspecify.annotations.NullMarked;
