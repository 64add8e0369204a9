/** Pages of compensation: of a case, and the figures of a country. */
@NullMarked
package org.passerelle.protect.compensation.web;

import org.jspecify.annotations.NullMarked;
