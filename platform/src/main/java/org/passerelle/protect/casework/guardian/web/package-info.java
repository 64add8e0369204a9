/** Pages of guardians. */
@NullMarked
package org.passerelle.protect.casework.guardian.web;

import org.jspecify.annotations.NullMarked;
