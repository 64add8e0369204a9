/** Pages of compensation: claims of a case, and figures of a country. */
@NullMarked
package org.passerelle.protect.casework.compensation.web;

import org.jspecify.annotations.NullMarked;
