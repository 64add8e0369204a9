/** Pages of guardians. */
@NullMarked
package org.passerelle.protect.guardian.web;

import org.jspecify.annotations.NullMarked;
